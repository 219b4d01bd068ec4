import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import {
  applyChanges,
  applyEvent,
  applyHeads,
  applyHistory,
  emptyState,
  isBehind,
  type Changes,
  type ChatState,
  type Event,
  type Member,
  type Membership,
  type Message,
  type Ready,
  type Room,
  type RoomState,
} from '#shared';
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  finalize,
  groupBy,
  ignoreElements,
  merge,
  mergeMap,
  of,
  repeat,
  retry,
  startWith,
  Subject,
  switchMap,
  tap,
  throwError,
  timer,
  type Observable,
} from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { ApiError } from '../core/api-error';
import { retryDelay } from '../realtime/backoff';
import { RealtimeClient } from '../realtime/realtime-client';
import { isTemporary } from '../realtime/refusal';
import { withMembers, withRooms } from './chat-folds';
import { byLastActivity } from './preferences';
import { RoomsApi } from './rooms-api';
import { typingEnds } from './typing-ends';

export type LoadState = 'loading' | 'ready' | 'failed';

const TRIES = 5;
/** How often a room is asked again that stays behind what was told of it, and how soon. */
const ROUNDS = 20;
const NEXT_ROUND_MS = 250;

/**
 * All that the client holds of the reader's rooms, kept in step with the server: events are folded in as
 * they come, and whatever was missed is fetched by its revision. Connects while somebody is signed in.
 */
@Injectable({ providedIn: 'root' })
export class ChatStore {
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);
  private readonly session = inject(SessionStore);

  private readonly held = signal<ChatState>(emptyState(''));
  private readonly listed = signal<LoadState>('loading');
  private readonly reloads = new Subject<void>();
  private readonly catchUps = new Subject<string>();
  /** The furthest revision that was told of each room of the reader, held or not. */
  private heard = new Map<string, number>();

  readonly state = this.held.asReadonly();
  /** How the list of rooms is doing. */
  readonly loadState = this.listed.asReadonly();
  readonly rooms = computed<readonly Room[]>(() =>
    Object.values(this.held().rooms)
      .map(({ room }) => room)
      .sort(byLastActivity),
  );

  constructor() {
    const userId = computed(() => this.session.user()?.id ?? null);
    toObservable(userId)
      .pipe(
        distinctUntilChanged(),
        switchMap((id) => (id === null ? EMPTY : this.follow(id))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  room(roomId: string): RoomState | null {
    return this.held().rooms[roomId] ?? null;
  }

  /** Asks for the list of rooms again. */
  reload(): void {
    this.reloads.next();
  }

  /** Takes in a room of the reader that a request has answered. */
  adopt(room: Room): void {
    this.update((state) => withRooms(state, [room], this.heard));
  }

  /** Lets go of a room that the reader has left. */
  forget(roomId: string): void {
    this.fold([{ type: 'room.removed', roomId }]);
  }

  addHistory(roomId: string, page: readonly Message[]): void {
    this.update((state) => applyHistory(state, roomId, page));
  }

  addMembers(roomId: string, page: readonly Member[]): void {
    this.update((state) => withMembers(state, roomId, page));
  }

  /** Takes in the reader's own cursors as soon as the server has them, ahead of the event that says so. */
  moveCursors(roomId: string, readSeq: number, deliveredSeq: number): void {
    const { userId } = this.held();
    this.fold([{ type: 'receipt.updated', roomId, userId, readSeq, deliveredSeq }]);
  }

  /** Takes in how the reader keeps a room, as a request has answered it. */
  keepMembership(roomId: string, me: Membership): void {
    this.fold([{ type: 'membership.updated', roomId, me }]);
  }

  /** Takes the mark "unread" from a room, as reading it does. */
  unmark(roomId: string): void {
    const me = this.room(roomId)?.room.me;
    if (me?.markedUnread) this.keepMembership(roomId, { ...me, markedUnread: false });
  }

  private follow(userId: string): Observable<never> {
    return defer(() => {
      this.held.set(emptyState(userId));
      this.heard = new Map();
      this.client.start();
      return merge(
        this.client.events$.pipe(tap((events) => this.fold(events))),
        typingEnds(this.client.events$).pipe(tap((end) => this.fold([end]))),
        this.client.ready$.pipe(tap((ready) => this.compare(ready))),
        this.client.ended$.pipe(tap(() => this.session.ended())),
        this.catchUps.pipe(
          groupBy((roomId) => roomId),
          mergeMap((room) => room.pipe(exhaustMap((roomId) => this.catchUp(roomId)))),
        ),
        this.reloads.pipe(
          startWith(undefined),
          exhaustMap(() => this.loadRooms()),
        ),
      );
    }).pipe(
      ignoreElements(),
      finalize(() => {
        this.client.stop();
        this.held.set(emptyState(''));
      }),
    );
  }

  private fold(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'room.removed') this.heard.delete(event.roomId);
      else if ('rev' in event) this.heard.set(event.roomId, Math.max(event.rev, this.heard.get(event.roomId) ?? 0));
    }
    this.update((state) => events.reduce((next, event) => this.foldOne(next, event), state));
  }

  /** A room that is held keeps its log: what it lacks is fetched, not skipped. */
  private foldOne(state: ChatState, event: Event): ChatState {
    return event.type === 'room.added' ? withRooms(state, [event.room], this.heard) : applyEvent(state, event);
  }

  private compare({ heads }: Ready): void {
    this.heard = new Map(heads.map(({ roomId, rev }) => [roomId, rev]));
    this.update((state) => applyHeads(state, heads));
    if (this.lacksRooms()) this.reloads.next();
  }

  private lacksRooms(): boolean {
    const { rooms } = this.held();
    return [...this.heard.keys()].some((roomId) => !(roomId in rooms));
  }

  /** Asks a second time where a room came along while the first answer was on its way. */
  private loadRooms(): Observable<unknown> {
    return defer(() => {
      if (this.listed() === 'failed') this.listed.set('loading');
      return this.api.mine();
    }).pipe(
      tap((rooms) => this.update((state) => withRooms(state, rooms, this.heard))),
      repeat({ count: 2, delay: () => (this.lacksRooms() ? of(true) : EMPTY) }),
      tap({ complete: () => this.listed.set('ready') }),
      catchError(() => {
        if (this.rooms().length === 0) this.listed.set('failed');
        return EMPTY;
      }),
    );
  }

  /** Fetches what a room has missed, until it has missed nothing. */
  private catchUp(roomId: string): Observable<unknown> {
    return defer(() => {
      const held = this.room(roomId);
      return held ? this.api.changes(roomId, held.room.rev) : EMPTY;
    }).pipe(
      retry({ count: TRIES, delay: (error, failures) => this.tryLater(error, failures) }),
      mergeMap((changes) => this.takeIn(changes)),
      repeat({ count: ROUNDS, delay: () => (this.isBehind(roomId) ? timer(NEXT_ROUND_MS) : EMPTY) }),
      catchError((error: unknown) => {
        if (error instanceof ApiError && error.code === 'not_found') this.forget(roomId);
        return EMPTY;
      }),
    );
  }

  /** A log that has missed too much begins anew at its end. */
  private takeIn(changes: Changes): Observable<unknown> {
    const { id } = changes.room;
    const hadLog = (this.room(id)?.log.length ?? 0) > 0;
    this.update((state) => applyChanges(state, changes));
    if (!changes.limited || !hadLog) return of(changes);
    return merge(
      this.api.messages(id).pipe(tap((page) => this.addHistory(id, page))),
      this.api.members(id).pipe(tap((page) => this.addMembers(id, page))),
    );
  }

  private tryLater(error: unknown, failures: number): Observable<unknown> {
    return isTemporary(error) ? timer(retryDelay(failures)) : throwError(() => error);
  }

  private isBehind(roomId: string): boolean {
    const held = this.room(roomId);
    return held !== null && isBehind(held);
  }

  private update(change: (state: ChatState) => ChatState): void {
    this.held.update(change);
    for (const [roomId, held] of Object.entries(this.held().rooms)) if (isBehind(held)) this.catchUps.next(roomId);
  }
}
