import type { Membership, Room } from '#shared';

// How the reader keeps a room in the list. Pure: `now` decides whether a mute still holds.

/** The moment that a conversation is sorted by. */
export const lastActivity = (room: Room): string => room.lastMessage?.createdAt ?? room.createdAt;

export const isMuted = (me: Membership | null, now: Date): boolean =>
  me !== null && me.mutedUntil !== null && me.mutedUntil > now.toISOString();

/** Archived, unless something was said since; a muted room stays where it was put. */
export function isArchived(room: Room, now: Date): boolean {
  const archivedAt = room.me?.archivedAt ?? null;
  return archivedAt !== null && (isMuted(room.me, now) || lastActivity(room) <= archivedAt);
}

/** How much waits in a room: its unread messages, or one for a room that was marked as unread. */
export const waitingIn = ({ me }: Room): number => (me ? me.unread || Number(me.markedUnread) : 0);

/** How much waits in all rooms that may say so: neither muted nor archived. */
export const waitingInAll = (rooms: readonly Room[], now: Date): number =>
  rooms
    .filter((room) => !isMuted(room.me, now) && !isArchived(room, now))
    .reduce((sum, room) => sum + waitingIn(room), 0);

type Order = (a: Room, b: Room) => number;

/** Pinned rooms first, in the order in which they were pinned; then the liveliest. The id settles a draw. */
export function byPlaceInList(activityOf: (room: Room) => string): Order {
  const byActivity = liveliestFirst(activityOf);
  return (a, b) => {
    const [pinnedA, pinnedB] = [a.me?.pinnedAt ?? null, b.me?.pinnedAt ?? null];
    if (pinnedA !== null && pinnedB !== null) return ascending(pinnedA, pinnedB) || ascending(a.id, b.id);
    if (pinnedA !== null) return -1;
    if (pinnedB !== null) return 1;
    return byActivity(a, b);
  };
}

/** The id settles a draw, so that rows never change places for nothing. */
const liveliestFirst =
  (activityOf: (room: Room) => string): Order =>
  (a, b) =>
    ascending(activityOf(b), activityOf(a)) || ascending(b.id, a.id);

/** Where something was said last first. */
export const byLastActivity = liveliestFirst(lastActivity);

const ascending = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
