import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { isBehind, type Message, type Room, type RoomState } from '#shared';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  map,
  merge,
  of,
  Subject,
  switchMap,
  take,
  tap,
  throwError,
  type Observable,
} from 'rxjs';
import { ApiError } from '../../core/api-error';
import { sameFields } from '../../core/same-fields';
import { turns } from '../../core/turns';
import { RealtimeClient } from '../../realtime/realtime-client';
import { ChatCache } from '../../rooms/store/chat-cache';
import { ChatStore } from '../../rooms/store/chat-store';
import { holdsAllMembers } from '../../rooms/store/held-members';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomsApi, type LogPage } from '../../rooms/store/rooms-api';
import type { Unread } from './grouping';

/**
 * How a visit to a room goes. `preview`: a public room that the reader has not joined. `unreached`: nothing of it is kept
 * on this device, and the server cannot be reached.
 */
export type VisitState = 'loading' | 'ready' | 'preview' | 'not-found' | 'unreached' | 'failed';

/** The reader comes into a room, in which so much is unread. */
export interface Entry {
  readonly roomId: string;
  readonly unread: Unread | null;
}

/** So much of a log fills a screen: no need to ask before showing it. */
const ENOUGH = 40;
/** So much of it is asked for to begin with. */
const FIRST_PAGE = 60;

/** The visit to the room that the address names: opens it where one has stopped reading. */
@Injectable()
export class TimelineStore {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  private readonly cache = inject(ChatCache);
  private readonly client = inject(RealtimeClient);

  readonly roomId = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('roomId') ?? '')), {
    requireSync: true,
  });

  private readonly visit = linkedSignal<string, VisitState>({ source: this.roomId, computation: () => 'loading' });
  private readonly previewed = signal<Room | null>(null);
  private readonly entered = linkedSignal<string, Entry>({
    source: this.roomId,
    computation: (roomId) => ({ roomId, unread: null }),
  });
  private readonly settled = linkedSignal<string, boolean>({ source: this.roomId, computation: () => false });
  private readonly again = new Subject<void>();

  /** A new object each time that the reader comes in, and where it turns out only then what is unread. */
  readonly entry = this.entered.asReadonly();
  /** True once it is known what was unread when the reader came in: nothing counts as read before that. */
  readonly isSettled = this.settled.asReadonly();
  readonly held = computed(() => this.chat.room(this.roomId()));
  readonly state = computed<VisitState>(() => (this.visit() === 'ready' && !this.held() ? 'not-found' : this.visit()));
  /** The room of the visit, as far as it is known yet. */
  readonly room = computed(() => this.held()?.room ?? (this.visit() === 'preview' ? this.previewed() : null));

  private readonly isInStep = computed(() => {
    const held = this.held();
    return this.client.state() === 'online' && held !== null && !isBehind(held);
  });
  private readonly inStep$ = toObservable(this.isInStep);

  constructor() {
    // A connection that is back is reason enough to try again what has failed.
    const isBack$ = this.client.ready$.pipe(filter(() => ['failed', 'unreached'].includes(this.visit())));
    // So is a room that its reader has joined, here or elsewhere, or was added to, for the first time or again.
    const isAdded$ = turns(() => this.held() !== null).pipe(
      filter(() => ['not-found', 'preview'].includes(this.visit())),
    );
    const isAddedAgain$ = turns(() => isHollow(this.held())).pipe(filter(() => this.visit() === 'ready'));
    const again$ = merge(this.again, isBack$, isAdded$, isAddedAgain$);
    merge(toObservable(this.roomId), again$.pipe(map(() => this.roomId())))
      .pipe(
        switchMap((roomId) => this.open(roomId)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Opens the room once more, after a failure. */
  reopen(): void {
    this.again.next();
  }

  private open(roomId: string): Observable<unknown> {
    return defer(() => {
      this.visit.set('loading');
      this.settled.set(false);
      return this.chat.whenRestored();
    }).pipe(
      switchMap(() => {
        const held = this.chat.room(roomId);
        return held ? of(held.room) : this.api.room(roomId);
      }),
      switchMap((room) => (room.me ? this.enter(room) : of(this.preview(room)))),
      catchError((error: unknown) => {
        if (!(error instanceof ApiError)) return of(this.visit.set('failed'));
        const isAbsent = ['not_found', 'validation_failed'].includes(error.code);
        return of(this.visit.set(isAbsent ? 'not-found' : isUnreached(error) ? 'unreached' : 'failed'));
      }),
    );
  }

  private preview(room: Room): void {
    this.previewed.set(room);
    this.visit.set('preview');
  }

  private enter(room: Room): Observable<unknown> {
    this.chat.adopt(room);
    this.cache.opened(room.id);
    this.entered.set({ roomId: room.id, unread: this.unreadSince(room, room.me?.readSeq ?? 0) });
    const opened$ = this.loadLog(room).pipe(tap({ complete: () => this.visit.set('ready') }));
    return merge(concat(opened$, this.settle(room.id)), this.loadMembers(room));
  }

  /** What this device has kept may be old: what is unread is known once the server has told of the room. */
  private settle(roomId: string): Observable<unknown> {
    const isTold$ = defer((): Observable<unknown> =>
      this.client.state() === 'online' ? of(null) : this.client.ready$.pipe(take(1)),
    );
    return isTold$.pipe(
      // What waits here to be sent moves the cursor as soon as it goes out.
      map(() => this.chat.room(roomId)?.room.me?.readSeq ?? 0),
      switchMap((readSeq) =>
        merge(of(null), this.inStep$).pipe(
          filter(() => this.isInStep()),
          take(1),
          switchMap(() => this.enterAnew(roomId, readSeq)),
        ),
      ),
    );
  }

  private enterAnew(roomId: string, readSeq: number): Observable<unknown> {
    const room = this.chat.room(roomId)?.room;
    if (!room) return EMPTY;
    const unread = this.unreadSince(room, readSeq);
    const isNews = !sameFields(unread, this.entry().unread);
    const loaded$ = isNews ? this.loadLog(room).pipe(catchError(() => EMPTY)) : EMPTY;
    return concat(
      loaded$,
      defer(() => {
        if (isNews) this.entered.set({ roomId, unread });
        return of(this.settled.set(true));
      }),
    );
  }

  private unreadSince({ id, lastSeq }: Room, readSeq: number): Unread | null {
    const { userId } = this.chat.state();
    const log = this.chat.room(id)?.log ?? [];
    const own = log.filter(({ seq, senderId }) => seq > readSeq && senderId === userId).length;
    const count = lastSeq - readSeq - own;
    return count > 0 ? { afterSeq: readSeq, count } : null;
  }

  private loadLog(room: Room): Observable<unknown> {
    const place = this.missing(room);
    return place
      ? this.api.messages(room.id, { ...place, limit: FIRST_PAGE }).pipe(
          tap((page) => this.chat.addHistory(room.id, page)),
          catchError((error: unknown) => this.withWhatIsHeld(room.id, error)),
        )
      : EMPTY;
  }

  /** Without a connection a room opens with what this device has of it. */
  private withWhatIsHeld(roomId: string, error: unknown): Observable<never> {
    const hasLog = (this.chat.room(roomId)?.log.length ?? 0) > 0;
    return hasLog && isUnreached(error) ? EMPTY : throwError(() => error);
  }

  /** What has to be loaded before the room can be shown where its reader begins; null where that is held. */
  private missing({ id, lastSeq, me }: Room): LogPage | null {
    const unread = me?.unread ?? 0;
    const from = Math.min(lastSeq, lastSeq - unread + 1);
    const wanted = { start: Math.max(1, from - ENOUGH / 2), end: Math.min(lastSeq, from + ENOUGH) };
    const log = this.chat.room(id)?.log ?? [];
    if (lastSeq === 0 || holds(log, wanted)) return null;
    return unread > ENOUGH ? { around: from } : {};
  }

  /** Names and cursors are of use, but a log can be read without them. */
  private loadMembers({ id }: Room): Observable<unknown> {
    const held = this.chat.room(id);
    if (held && holdsAllMembers(held)) return EMPTY;
    return this.api.members(id).pipe(
      tap((page) => {
        this.people.learn(page.map(({ user }) => user));
        this.chat.addMembers(id, page);
      }),
      catchError(() => EMPTY),
    );
  }
}

/** True where the log has messages and none of them is held. */
const isHollow = (held: RoomState | null): boolean => held !== null && held.log.length === 0 && held.room.lastSeq > 0;

const isUnreached = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/** True where the window of the log has all of these places. */
const holds = (log: readonly Message[], { start, end }: { readonly start: number; readonly end: number }): boolean =>
  (log[0]?.seq ?? Infinity) <= start && (log.at(-1)?.seq ?? 0) >= end;
