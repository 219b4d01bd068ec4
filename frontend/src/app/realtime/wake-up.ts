import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { filter, fromEvent, map, merge, type Observable } from 'rxjs';

/** Moments at which waiting any longer makes no sense: the network is back, or somebody looks at the page again. */
export const WAKE_UP = new InjectionToken<Observable<void>>('wake-up', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    const shown = fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible'));
    return merge(fromEvent(document.defaultView ?? document, 'online'), shown).pipe(map(() => undefined));
  },
});
