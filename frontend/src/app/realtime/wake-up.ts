import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { filter, fromEvent, map, merge, of, timeInterval, type Observable } from 'rxjs';

/** Emits whenever somebody looks at the page again, with how long it was hidden, in milliseconds. */
export const WAKE_UP = new InjectionToken<Observable<number>>('wake-up', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    return fromEvent(document, 'visibilitychange').pipe(
      timeInterval(),
      filter(() => document.visibilityState === 'visible'),
      map(({ interval }) => interval),
    );
  },
});

/** Whether the device has a network: emits at once, then each change. */
export const NETWORK = new InjectionToken<Observable<boolean>>('network', {
  providedIn: 'root',
  factory: () => {
    const window = inject(DOCUMENT).defaultView;
    if (!window) return of(true);
    return merge(of(null), fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(
      map(() => window.navigator.onLine),
    );
  },
});
