import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { ReceiptPayload } from '#shared';
import { asapScheduler, catchError, defer, EMPTY, map, merge, mergeMap, observeOn, tap } from 'rxjs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { ChatStore } from '../store/chat-store';
import { deliveredReports, owedReceipts } from './owed-receipts';

const AT_ONCE = 4;

/** Tells the server what has arrived here, in rooms that are open and in those that are not. */
@Injectable({ providedIn: 'root' })
export class DeliveredReporter {
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);

  constructor() {
    // After what is heard has been taken in; a hidden tab runs this as promptly as one that is shown.
    const owed$ = merge(this.client.events$, toObservable(this.chat.state)).pipe(
      observeOn(asapScheduler),
      map(() => owedReceipts(this.chat.state())),
    );
    deliveredReports(owed$, this.client.ready$)
      .pipe(
        mergeMap((receipt) => this.tell(receipt), AT_ONCE),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private tell(receipt: ReceiptPayload) {
    return defer(() => (this.isOwed(receipt) ? this.client.request('receipt:delivered', receipt) : EMPTY)).pipe(
      retryWhileTemporary(),
      tap(({ deliveredSeq }) => this.chat.moveCursors(receipt.roomId, 0, deliveredSeq)),
      catchError(() => EMPTY),
    );
  }

  /** Over a new connection all is told anew. */
  private isOwed({ roomId, seq }: ReceiptPayload): boolean {
    const me = this.chat.room(roomId)?.room.me;
    return this.client.state() === 'online' && !!me && me.deliveredSeq < seq;
  }
}
