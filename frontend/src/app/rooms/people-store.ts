import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { LIMITS, type Event, type User } from '#shared';
import {
  auditTime,
  buffer,
  catchError,
  concatMap,
  EMPTY,
  mergeMap,
  retry,
  skip,
  Subject,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { retryDelay } from '../realtime/backoff';
import { RealtimeClient } from '../realtime/realtime-client';
import { isTemporary } from '../realtime/refusal';
import { ChatStore } from './chat-store';
import { RoomsApi } from './rooms-api';

/** So long names are gathered that are asked for together. */
const GATHER_MS = 50;
const TRIES = 5;

/** The names of people: messages carry ids only. Whoever is not known is looked up when first asked for. */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);

  private readonly known = signal<Readonly<Record<string, User>>>({});
  private readonly wanted = new Subject<string>();
  /** Ids that were looked for already: nobody is looked for twice. */
  private readonly lookedFor = new Set<string>();

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
    toObservable(computed(() => this.session.user()?.id ?? null))
      .pipe(skip(1), takeUntilDestroyed())
      .subscribe(() => this.forgetAll());
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

  private lookUp(userIds: readonly string[]) {
    return this.api.users(userIds).pipe(
      retry({
        count: TRIES,
        delay: (error: unknown, failures) =>
          isTemporary(error) ? timer(retryDelay(failures)) : throwError(() => error),
      }),
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
