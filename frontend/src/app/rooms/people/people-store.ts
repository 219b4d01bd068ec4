import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { LIMITS, User, type Event } from '#shared';
import {
  auditTime,
  buffer,
  catchError,
  concatMap,
  EMPTY,
  finalize,
  merge,
  mergeMap,
  Subject,
  take,
  tap,
  type Observable,
} from 'rxjs';
import { whileSignedIn } from '../../auth/while-signed-in';
import { LEAVING } from '../../core/local/leaving';
import { LocalStore } from '../../core/local/local-store';
import { Mirror } from '../../core/local/mirror';
import type { Records } from '../../core/local/shelves';
import { RealtimeClient } from '../../realtime/realtime-client';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { ChatStore } from '../store/chat-store';
import { RoomsApi } from '../store/rooms-api';

/** So long names are gathered that are asked for together. */
const GATHER_MS = 50;
const TRIES = 5;
/** So often those who have become known are written down. */
const KEEP_EVERY_MS = 5_000;

/**
 * The names of people: messages carry ids only. Whoever is not known is looked up when first asked for. Those who are
 * known are kept on the device, and looked up again once in each visit.
 */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);
  private readonly local = inject(LocalStore);
  private readonly leaving$ = inject(LEAVING);

  private readonly known = signal<Readonly<Record<string, User>>>({});
  private readonly known$ = toObservable(this.known);
  private readonly wanted = new Subject<string>();
  /** Ids that were looked for already: nobody is looked for twice. */
  private readonly lookedFor = new Set<string>();

  /** Everybody who is known so far. */
  readonly everybody = computed<readonly User[]>(() => Object.values(this.known()));

  private readonly peers = computed(() => this.chat.rooms().flatMap(({ peer }) => peer ?? []), {
    equal: (a, b) => a.length === b.length && a.every((peer, index) => peer === b[index]),
  });

  constructor() {
    this.wanted
      .pipe(
        buffer(this.wanted.pipe(auditTime(GATHER_MS))),
        concatMap((ids) => chunks(ids, LIMITS.ids)),
        mergeMap((ids) => this.lookUp(ids)),
        takeUntilDestroyed(),
      )
      .subscribe();
    this.client.events$.pipe(takeUntilDestroyed()).subscribe((events) => this.learn(events.flatMap(usersIn)));
    whileSignedIn((userId) => this.rememberFor(userId).pipe(finalize(() => this.forgetAll())));
    effect(() => this.learn(this.peers()));
  }

  /** The display name of a user, or null as long as it is not known. */
  nameOf(userId: string): string | null {
    return this.userOf(userId)?.displayName ?? null;
  }

  userOf(userId: string): User | null {
    const user = this.known()[userId];
    if (!user && !this.lookedFor.has(userId)) {
      this.lookedFor.add(userId);
      this.wanted.next(userId);
    }
    return user ?? null;
  }

  learn(users: readonly User[]): void {
    if (users.length === 0) return;
    this.known.update((known) => ({ ...known, ...Object.fromEntries(users.map((user) => [user.id, user])) }));
  }

  private rememberFor(userId: string): Observable<unknown> {
    const mirror = new Mirror(this.local, 'people', userId);
    const changed$ = this.known$.pipe(auditTime(KEEP_EVERY_MS));
    return merge(
      this.local.read('people', userId).pipe(mergeMap((records) => this.recall(records, mirror))),
      merge(changed$, this.leaving$).pipe(tap(() => mirror.write(new Map(Object.entries(this.known()))))),
    );
  }

  /** What is known by now is newer than what was kept, which is renewed as soon as there is a connection. */
  private recall(records: Records, mirror: Mirror): Observable<unknown> {
    const kept = [...records.values()].flatMap((record) => User.safeParse(record).data ?? []);
    mirror.begin(new Map(kept.map((user) => [user.id, user])));
    this.learn(kept.filter(({ id }) => !(id in this.known())));
    const ids = kept.map(({ id }) => id);
    return this.client.ready$.pipe(
      take(1),
      concatMap(() => chunks(ids, LIMITS.ids)),
      concatMap((some) => this.lookUp(some)),
    );
  }

  private lookUp(userIds: readonly string[]) {
    return this.api.users(userIds).pipe(
      retryWhileTemporary(TRIES),
      tap(({ items }) => this.learn(items)),
      catchError(() => {
        for (const id of userIds) this.lookedFor.delete(id);
        return EMPTY;
      }),
    );
  }

  private forgetAll(): void {
    this.lookedFor.clear();
    this.known.set({});
  }
}

function usersIn(event: Event): readonly User[] {
  if (event.type === 'member.updated') return [event.member.user];
  return event.type === 'user.updated' ? [event.user] : [];
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
