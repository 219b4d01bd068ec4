import type { DurableEvent, Event } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';

type RoomMessage = Extract<BusMessage, { to: 'room' }>;

/** Somebody who is no member of a room any more, from a revision of it on. */
export interface Departure {
  readonly userId: string;
  readonly rev: number;
}

/** Who leaves by these events. */
export const departuresIn = (events: readonly Event[]): Departure[] =>
  events.flatMap((event) =>
    event.type === 'member.updated' && event.member.leftAt !== null
      ? [{ userId: event.member.user.id, rev: event.rev }]
      : [],
  );

/**
 * What is told of a room, parted where somebody leaves: the leaver hears of the leaving, and is out before the rest is told,
 * though the word that takes the leaver's sockets from the room may come late or not at all from another instance.
 * @param departures in any order; an event of the same revision is still heard
 */
export function parted(message: RoomMessage, departures: readonly Departure[]): BusMessage[] {
  if (departures.length === 0) return [message];
  const { roomId } = message;
  const parts: BusMessage[] = [];
  let rest = message.events;
  for (const { userId, rev } of [...departures].sort((a, b) => a.rev - b.rev)) {
    const heard = rest.filter((event) => revOf(event) <= rev);
    rest = rest.filter((event) => revOf(event) > rev);
    if (heard.length > 0) parts.push({ to: 'room', roomId, events: heard });
    parts.push({ to: 'user', userId, events: [{ type: 'room.removed', roomId }] });
  }
  return rest.length > 0 ? [...parts, { to: 'room', roomId, events: rest }] : parts;
}

/** What takes no revision belongs to what is heard last. */
const revOf = (event: Event | DurableEvent): number => ('rev' in event ? event.rev : Infinity);
