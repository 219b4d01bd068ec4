import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { ReceiptPayload } from '#shared';
import { catchError, concatMap, defer, EMPTY, groupBy, mergeMap, tap } from 'rxjs';
import { sameFields } from '../../core/same-fields';
import { RealtimeClient } from '../../realtime/realtime-client';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { ChatStore } from '../../rooms/store/chat-store';
import { Attention } from '../../core/attention';
import { LogView } from '../timeline/log-view';
import { readRequests, type Known, type Sight } from './read-sync';
import { TimelineStore } from '../timeline/timeline-store';

/** Tells the server how far the reader has read the open room. */
@Injectable()
export class ReadReporter {
  private readonly timeline = inject(TimelineStore);
  private readonly view = inject(LogView);
  private readonly attention = inject(Attention);
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);

  private readonly isHere = computed(() => this.attention.isHere() && this.client.state() === 'online');

  private readonly isOpen = computed(() => this.timeline.state() === 'ready' && this.timeline.isSettled());
  private readonly sight = computed<Sight | null>(
    () => (this.isOpen() ? { roomId: this.timeline.roomId(), seq: this.view.seenSeq() } : null),
    { equal: sameFields },
  );

  private readonly known = computed<Known | null>(
    () => {
      const me = this.timeline.held()?.room.me;
      return me ? { roomId: this.timeline.roomId(), readSeq: me.readSeq, markedUnread: me.markedUnread } : null;
    },
    { equal: sameFields },
  );

  constructor() {
    readRequests({
      attention$: toObservable(this.isHere),
      view$: toObservable(this.sight),
      membership$: toObservable(this.known),
    })
      .pipe(
        // No room waits for another.
        groupBy(({ roomId }) => roomId),
        mergeMap((room$) => room$.pipe(concatMap((receipt) => this.tell(receipt)))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  private tell(receipt: ReceiptPayload) {
    return defer(() => (this.isOwed(receipt) ? this.client.request('receipt:read', receipt) : EMPTY)).pipe(
      retryWhileTemporary(),
      tap(({ readSeq }) => this.chat.read(receipt.roomId, readSeq)),
      catchError(() => EMPTY),
    );
  }

  /** Over a new connection all is told anew, and what was read elsewhere meanwhile need not be told from here. */
  private isOwed({ roomId, seq }: ReceiptPayload): boolean {
    const me = this.chat.room(roomId)?.room.me;
    return this.client.state() === 'online' && !!me && (me.readSeq < seq || (me.readSeq === seq && me.markedUnread));
  }
}
