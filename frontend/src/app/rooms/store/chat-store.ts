import { computed, inject, Injectable, Injector, signal } from '@angular/core';
import { pendingUntilEvent, takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
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
  BehaviorSubject,
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  ignoreElements,
  merge,
  of,
  repeat,
  startWith,
  Subject,
  switchMap,
  take,
  tap,
  timer,
  type Observable,
} from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { RealtimeClient } from '../../realtime/realtime-client';
import { CatchUp, type HeldRooms } from './catch-up';
import { ChatCache } from './chat-cache';
import { withKept, withMembers, withoutReads, withRooms } from './chat-folds';
import { byLastActivity } from '../preferences';
import { RoomsApi } from './rooms-api';
import { typingEnds } from '../signs/typing-ends';

export type LoadState = 'loading' | 'ready' | 'failed';

/** What this device has kept is waited for no longer: the server is as quick. */
const KEPT_WITHIN_MS = 1_000;

/**
 * All that the client holds of the reader's rooms, kept in step with the server: events are folded in as
 * they come, and whatever was missed is fetched by its revision. Begins with what this device has kept from the last
 * time, which is no other than what a dropped connection leaves. Connects while somebody is signed in.
 */
@Injectable({ providedIn: 'root' })
export class ChatStore implements HeldRooms {
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);
  private readonly session = inject(SessionStore);
  private readonly cache = inject(ChatCache);
  private readonly catchUp = inject(CatchUp);
  private readonly injector = inject(Injector);

  private readonly held = signal<ChatState>(emptyState(''));
  private readonly listed = signal<LoadState>('loading');
  private readonly reloads = new Subject<void>();
  private readonly catchUps = new Subject<string>();
  private readonly isRestored = new BehaviorSubject(false);
  /** The furthest revision that was told of each room of the reader, held or not. */
  private heard = new Map<string, number>();

  readonly state = this.held.asReadonly();
  private readonly state$ = toObservable(this.held);
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

  /** Emits once what this device has kept of the reader's rooms is held, or takes too long; until then no page stands. */
  whenRestored(): Observable<unknown> {
    return this.isRestored.pipe(filter(Boolean), take(1), pendingUntilEvent(this.injector));
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

  /** Takes in what a room has missed. */
  applyChanges(changes: Changes): void {
    this.update((state) => applyChanges(state, changes));
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

  /** Takes in how far the reader has read a room; that takes the mark "unread" from it too. */
  read(roomId: string, readSeq: number): void {
    this.moveCursors(roomId, readSeq, readSeq);
    const me = this.room(roomId)?.room.me;
    if (me?.markedUnread) this.keepMembership(roomId, { ...me, markedUnread: false });
  }

  /** Lets go of how far others have read. */
  forgetReads(): void {
    this.update(withoutReads);
  }

  private follow(userId: string): Observable<never> {
    return defer(() => {
      this.beginEmpty(userId);
      return merge(
        this.cache.restore(userId).pipe(tap((rooms) => this.begin(rooms))),
        timer(KEPT_WITHIN_MS).pipe(tap(() => this.isRestored.next(true))),
        this.whenRestored().pipe(switchMap(() => this.keepInStep(userId))),
      );
    }).pipe(
      ignoreElements(),
      finalize(() => {
        this.client.stop();
        this.isRestored.next(false);
        this.beginEmpty('');
      }),
    );
  }

  /** Nothing is known yet: that is not the same as no conversations. */
  private beginEmpty(userId: string): void {
    this.held.set(emptyState(userId));
    this.listed.set('loading');
    this.heard = new Map();
  }

  /** What comes after the server has told of all rooms is no news: some may have been left since it was kept. */
  private begin(rooms: readonly RoomState[]): void {
    if (this.client.state() !== 'online') {
      this.held.update((state) => withKept(state, rooms));
      if (rooms.length > 0) this.listed.set('ready');
    }
    this.isRestored.next(true);
  }

  private keepInStep(userId: string): Observable<unknown> {
    return defer(() => {
      this.client.start();
      return merge(
        this.client.events$.pipe(tap((events) => this.fold(events))),
        typingEnds(this.client.events$).pipe(tap((end) => this.fold([end]))),
        this.client.ready$.pipe(tap((ready) => this.compare(ready, userId))),
        this.client.ended$.pipe(tap(() => this.session.ended())),
        this.cache.follow(this.state$, this.held),
        this.catchUp.follow(this.catchUps, this),
        this.reloads.pipe(
          startWith(undefined),
          exhaustMap(() => this.loadRooms()),
        ),
      );
    });
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

  private compare({ heads, userId: connected }: Ready, userId: string): void {
    // Somebody else has signed in to this browser meanwhile: nothing of theirs is mixed with what is held.
    if (connected !== userId) {
      this.session.ask();
      return;
    }
    this.heard = new Map(heads.map(({ roomId, rev }) => [roomId, rev]));
    this.update((state) => applyHeads(state, heads));
    if (this.lacksRooms() || this.listed() === 'failed') this.reloads.next();
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

  private update(change: (state: ChatState) => ChatState): void {
    this.held.update(change);
    for (const [roomId, held] of Object.entries(this.held().rooms)) if (isBehind(held)) this.catchUps.next(roomId);
  }
}
