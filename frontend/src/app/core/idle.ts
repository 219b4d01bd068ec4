import { Observable } from 'rxjs';

/** Emits once when the browser has nothing better to do, at the latest after a second. */
export const whenIdle = (): Observable<void> =>
  new Observable((waiting) => {
    const emit = (): void => {
      waiting.next();
      waiting.complete();
    };
    if (typeof requestIdleCallback === 'undefined') {
      emit();
      return undefined;
    }
    const handle = requestIdleCallback(emit, { timeout: 1_000 });
    return () => cancelIdleCallback(handle);
  });
