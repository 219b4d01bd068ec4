import { computed, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message } from '#shared';
import { tap, type Observable } from 'rxjs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { ChatStore } from '../../rooms/store/chat-store';
import { RoomsApi, type LogPage } from '../../rooms/store/rooms-api';
import { pager, type Pager } from './pager';
import { TimelineStore } from './timeline-store';

/** So many messages are asked for at a time. */
const PAGE = 100;

/** Where the history beyond one end of what is held stands. */
export type EdgeState = 'none' | 'more' | 'loading' | 'failed';

/** Loads the pages of the visited room's log on either side of what is held, and its end. */
@Injectable()
export class History {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly timeline = inject(TimelineStore);

  private readonly first = computed(() => this.timeline.held()?.log[0]?.seq ?? 1);
  private readonly last = computed(() => this.timeline.held()?.log.at(-1)?.seq ?? 0);
  private readonly up = pager(this.timeline.roomId, (roomId) => this.before(roomId, this.first()));
  private readonly down = pager(this.timeline.roomId, (roomId) => this.after(roomId, this.last()));

  readonly older = computed(() => edgeState(this.up, this.first() > 1));
  readonly newer = computed(() => edgeState(this.down, this.last() < (this.timeline.held()?.room.lastSeq ?? 0)));

  constructor() {
    inject(RealtimeClient)
      .ready$.pipe(takeUntilDestroyed())
      .subscribe(() => this.retry());
  }

  /** Loads the page above, unless it is on its way or its last try has failed. */
  loadOlder(): void {
    if (this.older() === 'more') this.up.ask();
  }

  /** Loads the page below, unless it is on its way or its last try has failed. */
  loadNewer(): void {
    if (this.newer() === 'more') this.down.ask();
  }

  /** Tries again what has failed. */
  retry(): void {
    if (this.older() === 'failed') this.up.ask();
    if (this.newer() === 'failed') this.down.ask();
  }

  /** Loads the newest page; what was held gives way to it, unless both touch. */
  loadEnd(): Observable<readonly Message[]> {
    return this.load({});
  }

  /** Loads what stands around a message; what was held gives way to it, unless both touch. */
  loadAround(seq: number): Observable<readonly Message[]> {
    return this.load({ around: seq });
  }

  /** Loads what stands around the first message of a moment or later. */
  loadAt(moment: Date): Observable<readonly Message[]> {
    return this.load({ at: moment.toISOString() });
  }

  private load(place: LogPage): Observable<readonly Message[]> {
    const roomId = this.timeline.roomId();
    return this.api.messages(roomId, { ...place, limit: PAGE }).pipe(tap((page) => this.chat.addHistory(roomId, page)));
  }

  private before(roomId: string, seq: number) {
    return this.api.messages(roomId, { before: seq, limit: PAGE }).pipe(
      tap((page) => {
        // A jump may have put another part of the log in its place meanwhile.
        if (this.first() === seq) this.chat.addHistory(roomId, page);
      }),
    );
  }

  private after(roomId: string, seq: number) {
    return this.api.messages(roomId, { after: seq, limit: PAGE }).pipe(
      tap((page) => {
        if (this.last() >= seq && this.first() <= seq) this.chat.addHistory(roomId, page);
      }),
    );
  }
}

function edgeState({ state }: Pager, isMore: boolean): EdgeState {
  if (state() !== 'idle') return state() === 'loading' ? 'loading' : 'failed';
  return isMore ? 'more' : 'none';
}
