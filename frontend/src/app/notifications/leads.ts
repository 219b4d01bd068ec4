import { Observable, of } from 'rxjs';

/**
 * Whether this tab is the one that speaks for all. The next one in the row follows when it closes, crashes or stops.
 *
 * @param name what the tabs of one person have in common
 * @param locks the browser's locks; where there are none, every tab speaks for itself
 */
export function leads(name: string, locks: LockManager | undefined): Observable<boolean> {
  if (!locks) return of(true);
  return new Observable((subscriber) => {
    const waiting = new AbortController();
    let release = (): void => undefined;
    const lead = (): Promise<void> => {
      const released = new Promise<void>((resolve) => (release = resolve));
      subscriber.next(true);
      return released;
    };
    subscriber.next(false);
    // Who stops waiting is refused the lock, and that is all there is to it.
    locks.request(name, { signal: waiting.signal }, lead).catch(() => undefined);
    return () => {
      waiting.abort();
      release();
    };
  });
}
