import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { ConnectionStore } from '../realtime/connection-store';
import { ClientUpdate } from './client-update';
import { whenBack } from './update-times';

/** Looks for a new version of the client whenever the connection is back. */
@Injectable()
export class LookWhenBack {
  constructor() {
    const update = inject(ClientUpdate);
    whenBack(toObservable(inject(ConnectionStore).state))
      .pipe(takeUntilDestroyed())
      .subscribe(() => void update.look());
  }
}
