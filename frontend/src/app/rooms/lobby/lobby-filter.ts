import type { Room } from '#shared';
import { isArchived, waitingIn } from '../preferences';

/** Which conversations the list shows. All but `archived` leave the archived out. */
export type LobbyFilter = 'all' | 'unread' | 'mentions' | 'archived';

export interface FilterCounts {
  /** How many conversations have something unread, were marked so, or mention the reader. */
  readonly unread: number;
  readonly mentions: number;
  readonly archived: number;
}

const isMentioning = ({ me }: Room): boolean => (me?.mentions.length ?? 0) > 0;

const PASSES: Readonly<Record<LobbyFilter, (room: Room, now: Date) => boolean>> = {
  all: (room, now) => !isArchived(room, now),
  unread: (room, now) => !isArchived(room, now) && waitingIn(room) > 0,
  mentions: (room, now) => !isArchived(room, now) && isMentioning(room),
  archived: isArchived,
};

export const shownRooms = (rooms: readonly Room[], filter: LobbyFilter, now: Date): readonly Room[] =>
  rooms.filter((room) => PASSES[filter](room, now));

export function countsOf(rooms: readonly Room[], now: Date): FilterCounts {
  const count = (filter: LobbyFilter): number => rooms.filter((room) => PASSES[filter](room, now)).length;
  return { unread: count('unread'), mentions: count('mentions'), archived: count('archived') };
}
