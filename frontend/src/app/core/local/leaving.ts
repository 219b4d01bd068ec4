import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import { filter, fromEvent, merge, share, type Observable } from 'rxjs';

/** The last moments at which a page can still write something down: it is hidden, or goes away. */
export const LEAVING = new InjectionToken<Observable<unknown>>('leaving', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    const hidden$ = fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'hidden'));
    return merge(hidden$, fromEvent(document.defaultView ?? document, 'pagehide')).pipe(share());
  },
});
