import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { fromEvent, merge, startWith, switchMap, tap, type Observable } from 'rxjs';
import { PageReload } from '../core/page-reload';
import { ConnectionStore } from '../realtime/connection-store';
import { ClientUpdate } from './client-update';
import { newClientDue, whenBack } from './update-times';

/**
 * Keeps the client as new as its server: looks for a new version when the connection is back, and takes it by itself where
 * the server speaks a newer protocol.
 */
@Injectable()
export class StayCurrent {
  constructor() {
    const update = inject(ClientUpdate);
    const reload = inject(PageReload);
    const state$: Observable<string> = toObservable(inject(ConnectionStore).state);
    const typed$ = fromEvent(inject(DOCUMENT), 'input').pipe(startWith(null));
    merge(
      whenBack(state$).pipe(tap(() => void update.look())),
      newClientDue(state$, typed$).pipe(
        switchMap(() => update.look()),
        tap(() => reload.byItself()),
      ),
    )
      .pipe(takeUntilDestroyed())
      .subscribe();
  }
}
