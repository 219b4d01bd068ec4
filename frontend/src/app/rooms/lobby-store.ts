import { computed, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '../auth/session-store';
import { ChatStore } from './chat-store';
import { PeopleStore } from './people-store';
import { matchesSearch, roomRow, type RoomRow } from './room-row';
import { Today } from './today';

/** The list of conversations as the lobby shows it. */
@Injectable()
export class LobbyStore {
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly today = inject(Today);

  private readonly searched = signal('');
  readonly search = this.searched.asReadonly();
  readonly state = this.chat.loadState;
  readonly isEmpty = computed(() => this.chat.rooms().length === 0);

  readonly rows = computed<readonly RoomRow[]>(() => {
    const userId = this.session.user()?.id ?? '';
    const { rooms } = this.chat.state();
    return this.chat
      .rooms()
      .filter((room) => matchesSearch(room, this.searched()))
      .flatMap(({ id }) => rooms[id] ?? [])
      .map((held) => roomRow(held, userId, (id) => this.people.nameOf(id), this.today.now()));
  });

  setSearch(text: string): void {
    this.searched.set(text);
  }

  reload(): void {
    this.chat.reload();
  }
}
