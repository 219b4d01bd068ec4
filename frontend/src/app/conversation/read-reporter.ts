import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { asyncScheduler, catchError, concatMap, EMPTY, filter, from, merge, switchMap, tap, throttleTime } from 'rxjs';
import { RealtimeClient } from '../realtime/realtime-client';
import { ChatStore } from '../rooms/chat-store';
import { Attention } from './attention';
import { LogView } from './log-view';
import { TimelineStore } from './timeline-store';

const AT_MOST_EVERY_MS = 500;

/** Tells the server what the reader looks at, and how far they have read it. */
@Injectable()
export class ReadReporter {
  private readonly timeline = inject(TimelineStore);
  private readonly view = inject(LogView);
  private readonly attention = inject(Attention);
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);

  /** What has been read and not been told; null while there is nothing to tell, or nobody to tell it to. */
  private readonly news = computed(
    () => {
      const me = this.timeline.held()?.room.me;
      const seq = this.view.seenSeq();
      const canTell = this.timeline.state() === 'ready' && this.client.state() === 'online';
      if (!me || !canTell || !this.attention.isHere() || seq <= me.readSeq) return null;
      return { roomId: this.timeline.roomId(), seq };
    },
    { equal: (a, b) => a?.roomId === b?.roomId && a?.seq === b?.seq },
  );

  private readonly viewed = computed(
    () => ({
      roomId: this.timeline.state() === 'ready' ? this.timeline.roomId() : null,
      online: this.client.state() === 'online',
    }),
    { equal: (a, b) => a.roomId === b.roomId && a.online === b.online },
  );

  constructor() {
    const reads$ = toObservable(this.news).pipe(
      filter((news) => news !== null),
      throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
      concatMap(({ roomId, seq }) => this.tellRead(roomId, seq)),
    );
    const views$ = toObservable(this.viewed).pipe(
      filter(({ online }) => online),
      switchMap(({ roomId }) => this.tellView(roomId)),
    );
    merge(reads$, views$)
      .pipe(takeUntilDestroyed())
      .subscribe({ complete: () => void this.client.request('room:view', { roomId: null }).catch(() => undefined) });
  }

  private tellRead(roomId: string, seq: number) {
    return from(this.client.request('receipt:read', { roomId, seq })).pipe(
      tap(({ readSeq }) => this.chat.moveReadCursor(roomId, readSeq)),
      catchError(() => EMPTY),
    );
  }

  private tellView(roomId: string | null) {
    return from(this.client.request('room:view', { roomId })).pipe(catchError(() => EMPTY));
  }
}
