import type { Room } from '#shared';
import type { OutboxEntry } from './outbox-entry';
import { lastActivity } from '../preferences';

// What the list of conversations says of messages that the log does not have yet. Pure.

/** A room's own message that its row tells of: one that was refused before any other, else the last that waits. */
export function outgoingIn(room: Room, entries: readonly OutboxEntry[]): OutboxEntry | null {
  const missing = entries.filter((entry) => entry.roomId === room.id && !isInLog(room, entry));
  return missing.findLast(({ state }) => state === 'failed') ?? missing.at(-1) ?? null;
}

/** The moment that a conversation is shown with and sorted by: what waits here counts as said. */
export function activityWith(room: Room, outgoing: OutboxEntry | null): string {
  const said = lastActivity(room);
  return outgoing && outgoing.createdAt > said ? outgoing.createdAt : said;
}

/** An answer may be lost where the message was not: the log then has it under its `clientId`. */
const isInLog = ({ lastSeq, lastMessage }: Room, { clientId, seq }: OutboxEntry): boolean =>
  lastMessage?.clientId === clientId || (seq !== null && seq <= lastSeq);
