import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { Room } from '#shared';
import { catchError, defer, EMPTY, exhaustMap, map, merge, of, Subject, switchMap, tap, type Observable } from 'rxjs';
import { ApiError } from '../core/api-error';
import { ChatStore } from '../rooms/chat-store';
import { PeopleStore } from '../rooms/people-store';
import { RoomsApi } from '../rooms/rooms-api';
import type { Unread } from './grouping';

/** How a visit to a room goes. `preview`: a public room that the reader has not joined. */
export type VisitState = 'loading' | 'ready' | 'preview' | 'not-found' | 'failed';

/** So much of a log fills a screen: no need to ask before showing it. */
const ENOUGH = 40;

/** The visit to the room that the address names: opens it, and loads what is above on demand. */
@Injectable()
export class TimelineStore {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);

  readonly roomId = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('roomId') ?? '')), {
    requireSync: true,
  });

  private readonly visit = linkedSignal<string, VisitState>({ source: this.roomId, computation: () => 'loading' });
  private readonly previewed = signal<Room | null>(null);
  private readonly olderAsked = linkedSignal<string, 'idle' | 'loading' | 'failed'>({
    source: this.roomId,
    computation: () => 'idle',
  });
  private readonly foundUnread = linkedSignal<string, Unread | null>({ source: this.roomId, computation: () => null });
  private readonly again = new Subject<void>();
  private readonly wantsOlder = new Subject<void>();

  /** What was unread when the reader came in; stays until they leave. */
  readonly unread = this.foundUnread.asReadonly();
  readonly held = computed(() => this.chat.room(this.roomId()));
  readonly state = computed<VisitState>(() => (this.visit() === 'ready' && !this.held() ? 'not-found' : this.visit()));
  /** The room of the visit, as far as it is known yet. */
  readonly room = computed(() => this.held()?.room ?? (this.visit() === 'preview' ? this.previewed() : null));
  readonly older = computed(() => {
    if (this.olderAsked() !== 'idle') return this.olderAsked() === 'loading' ? 'loading' : 'failed';
    return (this.held()?.log[0]?.seq ?? 1) > 1 ? 'more' : 'none';
  });

  constructor() {
    merge(toObservable(this.roomId), this.again.pipe(map(() => this.roomId())))
      .pipe(
        switchMap((roomId) => merge(this.open(roomId), this.olderOnDemand(roomId))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Opens the room once more, after a failure or after joining it. */
  reopen(): void {
    this.again.next();
  }

  /** Loads the page above, unless it is on its way or its last try has failed. */
  loadOlder(): void {
    if (this.older() === 'more') this.wantsOlder.next();
  }

  retryOlder(): void {
    this.wantsOlder.next();
  }

  private open(roomId: string): Observable<unknown> {
    return defer(() => {
      this.visit.set('loading');
      const held = this.chat.room(roomId);
      return held ? of(held.room) : this.api.room(roomId);
    }).pipe(
      switchMap((room) => (room.me ? this.enter(room) : of(this.preview(room)))),
      catchError((error: unknown) => {
        const isAbsent = error instanceof ApiError && ['not_found', 'validation_failed'].includes(error.code);
        return of(this.visit.set(isAbsent ? 'not-found' : 'failed'));
      }),
    );
  }

  private preview(room: Room): void {
    this.previewed.set(room);
    this.visit.set('preview');
  }

  private enter(room: Room): Observable<unknown> {
    this.chat.adopt(room);
    this.foundUnread.set(room.me?.unread ? { afterSeq: room.me.readSeq, count: room.me.unread } : null);
    return merge(this.loadLog(room).pipe(tap({ complete: () => this.visit.set('ready') })), this.loadMembers(room));
  }

  private loadLog({ id, lastSeq }: Room): Observable<unknown> {
    const log = this.chat.room(id)?.log ?? [];
    if (lastSeq === 0 || log.length >= ENOUGH || log[0]?.seq === 1) return EMPTY;
    return this.api.messages(id).pipe(tap((page) => this.chat.addHistory(id, page)));
  }

  /** Names and cursors are of use, but a log can be read without them. */
  private loadMembers({ id, memberCount }: Room): Observable<unknown> {
    if (Object.keys(this.chat.room(id)?.members ?? {}).length >= memberCount) return EMPTY;
    return this.api.members(id).pipe(
      tap((page) => {
        this.people.learn(page.map(({ user }) => user));
        this.chat.addMembers(id, page);
      }),
      catchError(() => EMPTY),
    );
  }

  private olderOnDemand(roomId: string): Observable<unknown> {
    return this.wantsOlder.pipe(exhaustMap(() => this.fetchOlder(roomId)));
  }

  private fetchOlder(roomId: string): Observable<unknown> {
    return defer(() => {
      this.olderAsked.set('loading');
      return this.api.messages(roomId, this.chat.room(roomId)?.log[0]?.seq);
    }).pipe(
      tap((page) => {
        this.olderAsked.set('idle');
        this.chat.addHistory(roomId, page);
      }),
      catchError(() => of(this.olderAsked.set('failed'))),
    );
  }
}
