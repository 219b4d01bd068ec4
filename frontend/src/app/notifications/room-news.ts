import type { ChatState, Message, Room, RoomState } from '#shared';

/** What has come in one room and is not read. */
export interface RoomNews {
  readonly room: Room;
  /** The new messages that are known, ascending by place. */
  readonly messages: readonly Message[];
  /** How many more have come of which nothing but the number is known: after a long absence. */
  readonly untold: number;
}

/** More than this is not read from a notification: beyond, only the number counts. */
const MOST_KEPT = 100;

/** What has come between two states of the same reader, room by room. */
export function roomNews(before: ChatState, after: ChatState): RoomNews[] {
  if (before.userId !== after.userId || before.rooms === after.rooms) return [];
  return Object.values(after.rooms).flatMap((held) => newsOf(before.rooms[held.room.id], held) ?? []);
}

/** What waits in a room by two reports of it, the later of which has been read up to its own cursor. */
export function piled(earlier: RoomNews | null, later: RoomNews): RoomNews {
  const readSeq = later.room.me?.readSeq ?? 0;
  const kept = earlier?.messages.filter(({ seq }) => seq > readSeq) ?? [];
  const messages = [...kept, ...later.messages];
  const dropped = Math.max(0, messages.length - MOST_KEPT);
  const untold = (kept.length > 0 ? (earlier?.untold ?? 0) : 0) + later.untold + dropped;
  return { room: later.room, messages: messages.slice(dropped), untold };
}

function newsOf(before: RoomState | undefined, after: RoomState): RoomNews | null {
  const { room } = after;
  if (before === after || room.me === null) return null;
  const since = Math.max(before?.room.lastSeq ?? 0, room.me.readSeq);
  if (room.lastSeq <= since) return null;
  const messages = messagesSince(after, since);
  return { room, messages, untold: room.lastSeq - since - messages.length };
}

/** A log that holds none of them has begun anew, or does not reach the end: the last one is known all the same. */
function messagesSince({ room, log }: RoomState, since: number): readonly Message[] {
  const first = log[0]?.seq ?? Infinity;
  const inLog = first === Infinity ? [] : log.slice(Math.max(0, since + 1 - first)).slice(-MOST_KEPT);
  if (inLog.length > 0) return inLog;
  return room.lastMessage && room.lastMessage.seq > since ? [room.lastMessage] : [];
}
