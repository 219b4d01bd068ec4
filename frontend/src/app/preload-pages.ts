import { inject, Injectable } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { Ahead } from './core/ahead';

/** On a route: the next click is likely to lead there. */
export const LIKELY_NEXT = { isLikelyNext: true } as const;

/** Fetches the pages that are not open yet, the likely ones first, so that none waits for the network later. */
@Injectable({ providedIn: 'root' })
export class PreloadPages implements PreloadingStrategy {
  private readonly ahead = inject(Ahead);

  preload({ data }: Route, load: () => Observable<unknown>): Observable<unknown> {
    const fetch = () => lastValueFrom(load(), { defaultValue: null });
    return defer(() => (data === LIKELY_NEXT ? this.ahead.fetchNext(fetch) : this.ahead.fetchLater(fetch)));
  }
}
