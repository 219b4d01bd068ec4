import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { EMPTY, switchMap } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ChatStore } from '../store/chat-store';

/** Who shows no receipts sees none: what is held of the reads of others is let go of, on this device too. */
@Injectable({ providedIn: 'root' })
export class HiddenReads {
  constructor() {
    const chat = inject(ChatStore);
    const account = inject(SessionStore).account;
    const hiddenFrom = computed(() => (account()?.settings.shareReceipts === false ? account()?.user.id : null));
    toObservable(hiddenFrom)
      .pipe(
        switchMap((userId) => (userId ? chat.whenRestored() : EMPTY)),
        takeUntilDestroyed(),
      )
      .subscribe(() => chat.forgetReads());
  }
}
