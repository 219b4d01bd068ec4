import { InjectionToken } from '@angular/core';
import { Observable } from 'rxjs';

/** Emits once what is rendered now has been painted; in a page that nobody looks at, once somebody does. */
export const PAINTED = new InjectionToken<Observable<void>>('painted', {
  providedIn: 'root',
  factory: () =>
    new Observable<void>((painted) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      // A frame is painted after its callbacks, and before a task that they begin.
      const frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          painted.next();
          painted.complete();
        });
      });
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    }),
});
