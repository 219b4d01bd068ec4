import { computed, inject, Injectable } from '@angular/core';
import { ChatStore } from '../../rooms/store/chat-store';
import { MemberSearch } from '../../rooms/people/member-search';
import { RoomSigns } from '../../rooms/signs/room-signs';
import { TimelineStore } from '../timeline/timeline-store';
import { matchingPeople } from './matching-people';
import type { Mentionable } from './suggestion';

/** Who can be mentioned in the visited room: its members. */
@Injectable()
export class MentionSource {
  private readonly timeline = inject(TimelineStore);
  private readonly chat = inject(ChatStore);
  private readonly signs = inject(RoomSigns);
  private readonly search = inject(MemberSearch);

  private readonly members = computed(() => Object.values(this.timeline.held()?.members ?? {}));
  private readonly people = computed<readonly Mentionable[]>(() =>
    this.members().map(({ user: { id, username, displayName, avatarUrl } }) => ({
      id,
      username,
      displayName,
      picture: avatarUrl,
      online: this.signs.isOnline(id),
    })),
  );

  /** The members that a query may mean. */
  readonly find = (query: string): readonly Mentionable[] =>
    matchingPeople(this.people(), query, this.chat.state().userId);

  /** Somebody is being named: the server is asked for members who are not known here. */
  seek(query: string): void {
    this.search.seek(this.timeline.roomId(), query);
  }
}
