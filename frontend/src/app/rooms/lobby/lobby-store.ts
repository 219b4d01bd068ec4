import { computed, inject, Injectable, signal } from '@angular/core';
import type { Room } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { sameFields } from '../../core/same-fields';
import { ChatStore } from '../store/chat-store';
import { Drafts } from '../drafts/drafts';
import { Finder } from '../find/finder';
import { countsOf, shownRooms, type LobbyFilter } from './lobby-filter';
import { Outbox } from '../outbox/outbox';
import type { OutboxEntry } from '../outbox/outbox-entry';
import { activityWith, outgoingIn } from '../outbox/outgoing';
import { PeopleStore } from '../people/people-store';
import { byPlaceInList } from '../preferences';
import { roomRow, type RoomRow, type RowContext } from './room-row';
import { RoomSigns } from '../signs/room-signs';

/** The list of conversations as the lobby shows it. */
@Injectable()
export class LobbyStore {
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly drafts = inject(Drafts);
  private readonly outbox = inject(Outbox);
  private readonly signs = inject(RoomSigns);
  private readonly finder = inject(Finder);

  private readonly minute = this.signs.minute;

  readonly search = this.finder.text;
  readonly isSearching = this.finder.isSearching;
  readonly state = this.chat.loadState;
  readonly isEmpty = computed(() => this.chat.rooms().length === 0);
  readonly counts = computed(() => countsOf(this.chat.rooms(), this.minute()), { equal: sameFields });

  private readonly chosen = signal<LobbyFilter>('all');
  /** The last archived room takes the filter away with it. */
  readonly filter = computed<LobbyFilter>(() =>
    this.chosen() === 'archived' && this.counts().archived === 0 ? 'all' : this.chosen(),
  );

  private readonly outgoingIn = (room: Room): OutboxEntry | null => outgoingIn(room, this.outbox.entries());
  private readonly byPlace = byPlaceInList((room) => activityWith(room, this.outgoingIn(room)));
  private readonly listed = computed(() =>
    [...shownRooms(this.chat.rooms(), this.filter(), this.minute())].sort(this.byPlace),
  );
  /** A search looks through everything, wherever it was put, and shows the best first. */
  private readonly found = computed(() =>
    this.finder.finds().flatMap(({ target }) => (target.kind === 'conversation' ? target.room : [])),
  );
  private readonly rooms = computed(() => (this.isSearching() ? this.found() : this.listed()));
  readonly rows = computed<readonly RoomRow[]>(() => {
    const context = this.context();
    return this.rooms().map((room) => roomRow(room, context));
  });
  /** The ids of the rows in their order; changes only where that does. */
  readonly order = computed(() => this.rooms().map(({ id }) => id), {
    equal: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  });

  setSearch(text: string): void {
    this.finder.search(text);
  }

  setFilter(filter: LobbyFilter): void {
    this.chosen.set(filter);
  }

  reload(): void {
    this.chat.reload();
  }

  private context(): RowContext {
    return {
      userId: this.session.user()?.id ?? '',
      now: this.minute(),
      nameOf: (userId) => this.people.nameOf(userId),
      isOnline: (userId) => this.signs.isOnline(userId),
      typistsIn: (roomId) => this.signs.typistsIn(roomId),
      draftOf: (roomId) => this.drafts.of(roomId),
      outgoingIn: this.outgoingIn,
    };
  }
}
