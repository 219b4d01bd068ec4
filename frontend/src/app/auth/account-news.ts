import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RealtimeClient } from '../realtime/realtime-client';
import { SessionStore } from './session-store';

/** Brings into this tab what was changed about the account in another, or on another device. */
@Injectable({ providedIn: 'root' })
export class AccountNews {
  constructor() {
    const session = inject(SessionStore);
    inject(RealtimeClient)
      .events$.pipe(takeUntilDestroyed())
      .subscribe((events) => {
        for (const event of events) if (event.type === 'account.updated') session.renew(event.account);
      });
  }
}
