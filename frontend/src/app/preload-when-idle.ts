import { inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { PreloadingStrategy, Route } from '@angular/router';
import { catchError, EMPTY, filter, switchMap, take, type Observable } from 'rxjs';
import { SPARE_TIME } from './core/spare-time';

/** Fetches the pages that are not open yet once there is time to spare, so that none waits for the network later. */
@Injectable({ providedIn: 'root' })
export class PreloadWhenIdle implements PreloadingStrategy {
  private readonly spare$ = toObservable(inject(SPARE_TIME)).pipe(filter(Boolean), take(1));

  preload(_route: Route, load: () => Observable<unknown>): Observable<unknown> {
    // What could not be fetched ahead is fetched when it is needed.
    return this.spare$.pipe(switchMap(() => load().pipe(catchError(() => EMPTY))));
  }
}
