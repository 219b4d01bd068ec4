import type { Presence, Room } from '#shared';
import { presenceLabel } from '../signs/presence-label';
import { membersLabel } from '../room-names';
import type { Find, FindSection } from './finds';

/** What stands over a section. */
export const SECTION_TITLES: Readonly<Record<FindSection['kind'], string>> = {
  recent: $localize`:@@findRecent:Recent`,
  conversation: $localize`:@@findConversations:Conversations`,
  person: $localize`:@@findPeople:People`,
  room: $localize`:@@findRooms:Rooms to join`,
  command: $localize`:@@findCommands:Actions`,
};

/** What is said beside a title: who somebody is and whether they are there, what a room is for. */
export function findDetail(
  { target, alias }: Find,
  presenceOf: (userId: string) => Presence | null,
  now: Date,
): string {
  switch (target.kind) {
    case 'command':
      return '';
    case 'person':
      return alias || presenceLabel(presenceOf(target.user.id), now) || `@${target.user.username}`;
    case 'room':
      return roomDetail(target.room);
    case 'conversation': {
      const { peer } = target.room;
      if (!peer) return roomDetail(target.room);
      return alias || presenceLabel(presenceOf(peer.id), now) || `@${peer.username}`;
    }
  }
}

const roomDetail = ({ topic, memberCount }: Room): string => topic || membersLabel(memberCount);
