import type { Event } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';
import { eventsPacket, type Packet } from './packet.js';
import type { ParleySocket } from '../parley-socket.js';

/** A message that tells sockets of events. */
export type Told = Extract<BusMessage, { readonly events: readonly Event[] }>;

/**
 * The packet of a message for each socket that gets it, each variant encoded once: who shows no receipts is not told how far
 * others have read. What goes to a user alone is the user's own.
 */
export function packetsOf({ to, events }: Told): (socket: ParleySocket) => Packet {
  const whole = eventsPacket(events);
  if (to !== 'room' || !events.some(tellsOfReading)) return () => whole;
  let discreet: Packet | undefined;
  return ({ data }) => (data.showsReceipts ? whole : (discreet ??= eventsPacket(events.map(withoutReading))));
}

/** The socket's user has changed what others see: that works both ways, and at once. */
export function heedSettings(sockets: Iterable<ParleySocket>, event: Event): void {
  if (event.type !== 'account.updated') return;
  for (const socket of sockets) socket.data.showsReceipts = event.account.settings.shareReceipts;
}

const tellsOfReading = ({ type }: Event): boolean =>
  type === 'receipt.updated' || type === 'watermark.updated' || type === 'member.updated';

/** Cursors only grow, so a reader who holds more takes nothing from the 0. */
function withoutReading(event: Event): Event {
  if (event.type === 'member.updated') return { ...event, member: { ...event.member, readSeq: 0 } };
  return 'readSeq' in event ? { ...event, readSeq: 0 } : event;
}
