import { Injectable } from '@angular/core';
import { Observable, Subject } from 'rxjs';

/** A line between the tabs of one person: each hears what the others say. */
export interface TabLine {
  readonly heard$: Observable<unknown>;
  say(word: unknown): void;
  close(): void;
}

/**
 * What the tabs of this browser do together. Where the browser cannot (a page that is not served securely has no locks) or
 * will not (one that may keep nothing refuses them), a tab is as good as alone.
 */
@Injectable({ providedIn: 'root' })
export class Tabs {
  /** Opens the line of a name. */
  line(name: string): TabLine {
    const heard = new Subject<unknown>();
    if (typeof BroadcastChannel === 'undefined') return { heard$: heard, say: () => undefined, close: () => undefined };
    const channel = new BroadcastChannel(`parley-${name}`);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => heard.next(data);
    return { heard$: heard, say: (word) => channel.postMessage(word), close: () => channel.close() };
  }

  /** Emits once this tab is the only one that has the name; gives it on when unsubscribed from, or when the tab dies. */
  alone(name: string): Observable<void> {
    return new Observable((taker) => {
      const locks = navigator.locks as LockManager | undefined;
      if (!locks) {
        taker.next();
        return undefined;
      }
      const asked = new AbortController();
      const released = new Promise<void>((release) => taker.add(release));
      taker.add(() => asked.abort());
      locks
        .request(`parley-${name}`, { signal: asked.signal }, () => {
          taker.next();
          return released;
        })
        .catch(() => {
          if (!asked.signal.aborted) taker.next();
        });
      return undefined;
    });
  }
}
