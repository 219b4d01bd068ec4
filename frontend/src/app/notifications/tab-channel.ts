import { DOCUMENT, inject, InjectionToken } from '@angular/core';

/** What tabs speak through; a `BroadcastChannel` is one. */
export interface TabChannel extends EventTarget {
  postMessage(word: unknown): void;
  close(): void;
}

/** Opens the channel of a name between the tabs of this browser; null where there is none. */
export const TAB_CHANNEL = new InjectionToken<(name: string) => TabChannel | null>('tab-channel', {
  providedIn: 'root',
  factory: () => {
    const window = inject(DOCUMENT).defaultView;
    return (name) => (window && 'BroadcastChannel' in window ? new BroadcastChannel(name) : null);
  },
});
