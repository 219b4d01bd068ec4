import type { RoomState } from '#shared';

/** Whether every member of a room is known here. */
export const holdsAllMembers = ({ room, members }: RoomState): boolean =>
  Object.keys(members).length >= room.memberCount;
