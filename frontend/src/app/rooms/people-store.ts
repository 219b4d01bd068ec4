import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { User } from '#shared';
import { catchError, EMPTY, exhaustMap, filter, merge, Subject, tap } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { RealtimeClient } from '../realtime/realtime-client';
import { ChatStore } from './chat-store';
import { RoomsApi } from './rooms-api';

/** The names of people: messages carry ids only. */
@Injectable({ providedIn: 'root' })
export class PeopleStore {
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);
  private readonly chat = inject(ChatStore);
  private readonly session = inject(SessionStore);

  private readonly known = signal<Readonly<Record<string, User>>>({});
  private readonly unknown = new Subject<void>();
  /** Ids that were looked for already: nobody is looked for twice. */
  private readonly lookedFor = new Set<string>();

  private readonly senders = computed(() => this.chat.rooms().flatMap((room) => room.lastMessage?.senderId ?? []));

  constructor() {
    const signedIn$ = toObservable(computed(() => this.session.user()?.id ?? null)).pipe(filter((id) => id !== null));
    merge(signedIn$, this.unknown)
      .pipe(
        exhaustMap(() => this.loadEveryone()),
        takeUntilDestroyed(),
      )
      .subscribe();
    this.client.events$
      .pipe(takeUntilDestroyed())
      .subscribe((events) => this.learn(events.flatMap((e) => (e.type === 'member.updated' ? e.member.user : []))));
    effect(() => this.lookFor(this.senders()));
  }

  /** The display name of a user, or null as long as it is not known. */
  nameOf(userId: string): string | null {
    return this.known()[userId]?.displayName ?? null;
  }

  learn(users: readonly User[]): void {
    if (users.length === 0) return;
    this.known.update((known) => ({ ...known, ...Object.fromEntries(users.map((user) => [user.id, user])) }));
  }

  private lookFor(userIds: readonly string[]): void {
    const strangers = userIds.filter((id) => !(id in untracked(this.known)) && !this.lookedFor.has(id));
    for (const id of strangers) this.lookedFor.add(id);
    if (strangers.length > 0) this.unknown.next();
  }

  private loadEveryone() {
    return this.api.everyone().pipe(
      tap((users) => this.learn(users)),
      catchError(() => EMPTY),
    );
  }
}
