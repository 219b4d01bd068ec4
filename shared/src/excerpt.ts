import type { RoomState } from './apply-event.js';

export interface ExcerptSize {
  /** At most so many of the newest messages of the window. */
  readonly messages: number;
  /** Where there are more members, only those stay whose messages do. */
  readonly members: number;
}

/**
 * What is worth keeping of a room for the next time: the end of its window and who wrote it. A reader that begins with it
 * and asks for the changes since its `rev` comes to what a fresh fetch gives.
 */
export function excerpt(held: RoomState, size: ExcerptSize): RoomState {
  const log = size.messages === 0 ? [] : held.log.slice(-size.messages);
  const writers = new Set(log.map(({ senderId }) => senderId));
  const all = Object.entries(held.members);
  const members = all.length <= size.members ? all : all.filter(([userId]) => writers.has(userId));
  // What was heard of and not seen is asked for again.
  return { room: held.room, log, members: Object.fromEntries(members), heardRev: held.room.rev };
}
