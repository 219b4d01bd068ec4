import { DOCUMENT, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { fromEvent, startWith, switchMap, tap } from 'rxjs';
import { PageReload } from '../core/page-reload';
import { ServerProtocol } from '../core/server-protocol';
import { ClientUpdate } from './client-update';
import { newClientDue } from './update-times';

/** Takes the new client by itself, inside and at the door, where the server speaks another protocol than this page. */
@Injectable({ providedIn: 'root' })
export class StayCurrent {
  constructor() {
    const update = inject(ClientUpdate);
    const reload = inject(PageReload);
    const typed$ = fromEvent(inject(DOCUMENT), 'input').pipe(startWith(null));
    newClientDue(toObservable(inject(ServerProtocol).isOther), typed$)
      .pipe(
        switchMap(() => update.look()),
        tap(() => reload.byItself()),
        takeUntilDestroyed(),
      )
      .subscribe();
  }
}
