import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { Message, Room } from '#shared';
import {
  catchError,
  defer,
  EMPTY,
  filter,
  map,
  merge,
  of,
  Subject,
  switchMap,
  tap,
  throwError,
  type Observable,
} from 'rxjs';
import { ApiError } from '../core/api-error';
import { RealtimeClient } from '../realtime/realtime-client';
import { ChatCache } from '../rooms/chat-cache';
import { ChatStore } from '../rooms/chat-store';
import { holdsAllMembers } from '../rooms/held-members';
import { PeopleStore } from '../rooms/people-store';
import { RoomsApi, type LogPage } from '../rooms/rooms-api';
import type { Unread } from './grouping';

/**
 * How a visit to a room goes. `preview`: a public room that the reader has not joined. `unreached`: nothing of it is kept
 * on this device, and the server cannot be reached.
 */
export type VisitState = 'loading' | 'ready' | 'preview' | 'not-found' | 'unreached' | 'failed';

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

  readonly roomId = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('roomId') ?? '')), {
    requireSync: true,
  });

  private readonly visit = linkedSignal<string, VisitState>({ source: this.roomId, computation: () => 'loading' });
  private readonly previewed = signal<Room | null>(null);
  private readonly foundUnread = linkedSignal<string, Unread | null>({ source: this.roomId, computation: () => null });
  private readonly again = new Subject<void>();

  /** What was unread when the reader came in; stays until they leave. */
  readonly unread = this.foundUnread.asReadonly();
  readonly held = computed(() => this.chat.room(this.roomId()));
  readonly state = computed<VisitState>(() => (this.visit() === 'ready' && !this.held() ? 'not-found' : this.visit()));
  /** The room of the visit, as far as it is known yet. */
  readonly room = computed(() => this.held()?.room ?? (this.visit() === 'preview' ? this.previewed() : null));

  constructor() {
    // A connection that is back is reason enough to try again what has failed.
    const isBack$ = inject(RealtimeClient).ready$.pipe(filter(() => ['failed', 'unreached'].includes(this.visit())));
    merge(toObservable(this.roomId), merge(this.again, isBack$).pipe(map(() => this.roomId())))
      .pipe(
        switchMap((roomId) => this.open(roomId)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Opens the room once more, after a failure or after joining it. */
  reopen(): void {
    this.again.next();
  }

  private open(roomId: string): Observable<unknown> {
    return defer(() => {
      this.visit.set('loading');
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
    this.foundUnread.set(room.me?.unread ? { afterSeq: room.me.readSeq, count: room.me.unread } : null);
    return merge(this.loadLog(room).pipe(tap({ complete: () => this.visit.set('ready') })), this.loadMembers(room));
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

const isUnreached = (error: unknown): boolean => error instanceof ApiError && error.status === 0;

/** True where the window of the log has all of these places. */
const holds = (log: readonly Message[], { start, end }: { readonly start: number; readonly end: number }): boolean =>
  (log[0]?.seq ?? Infinity) <= start && (log.at(-1)?.seq ?? 0) >= end;
