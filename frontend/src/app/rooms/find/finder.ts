import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { User } from '#shared';
import { forkJoin, map, of, tap, type Observable } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ChatStore } from '../store/chat-store';
import { PeopleStore } from '../people/people-store';
import { RoomsApi } from '../store/rooms-api';
import { COMMANDS } from './command';
import { findQuery, type FindQuery } from './find-query';
import { NO_REMOTE_FINDS, remoteFinds, type RemoteFinds } from './find-remote';
import { findsOf, type FindWorld } from './finds';

/** How many of a kind show at once: few where there is also something to do, all where a list scrolls. */
const MOST = { withCommands: 6, inList: 50 } as const;

/**
 * Finds conversations, people, rooms to join and, where `COMMANDS` are given, things to do, as one types: at once in what is
 * held here, and in what the server knows once typing pauses.
 */
@Injectable()
export class Finder {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly commands = inject(COMMANDS, { optional: true });

  private readonly typed = signal('');
  private readonly openRoom = signal<string | null>(null);
  readonly text = this.typed.asReadonly();
  readonly query = computed(() => findQuery(this.typed(), this.commands !== null));
  readonly isSearching = computed(() => this.typed().trim() !== '');

  private readonly remote = toSignal(
    remoteFinds(toObservable(this.query), (query) => this.ask(query)),
    { initialValue: NO_REMOTE_FINDS },
  );
  /** How asking the server is doing. */
  readonly state = computed(() => this.remote().state);

  private readonly world = computed<FindWorld>(() => ({
    conversations: this.chat.rooms(),
    people: this.everybody(),
    rooms: this.remote().rooms.filter(({ id }) => this.chat.room(id) === null),
    commands: this.commands?.() ?? [],
    openRoomId: this.openRoom(),
    most: this.commands ? MOST.withCommands : MOST.inList,
  }));
  readonly sections = computed(() => findsOf(this.query(), this.world()));
  readonly finds = computed(() => this.sections().flatMap(({ finds }) => finds));

  search(typed: string): void {
    this.typed.set(typed);
  }

  /** Says which room is open: it is left out of the recent ones. */
  openAt(roomId: string | null): void {
    this.openRoom.set(roomId);
  }

  private everybody(): readonly User[] {
    const me = this.session.user()?.id;
    return this.people
      .everybody()
      .filter(({ id }) => id !== me)
      .sort((a, b) => a.displayName.localeCompare(b.displayName));
  }

  private ask({ scope, text: q }: FindQuery): Observable<Pick<RemoteFinds, 'people' | 'rooms'>> {
    const people$ = scope === 'rooms' ? of([]) : this.api.people({ q }).pipe(map(({ items }) => items));
    const rooms$ = scope === 'people' ? of([]) : this.api.directory({ q }).pipe(map(({ items }) => items));
    // Whoever was found once is known from then on, also without the server.
    return forkJoin({ people: people$.pipe(tap((users) => this.people.learn(users))), rooms: rooms$ });
  }
}
