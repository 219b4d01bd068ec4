import type { Event, Message } from '#shared';

/** So many packets back a member may be and still be compared cheaply. */
const REMEMBERED = 4_096;

/** A packet of messages that follow each other: read once, then known by its bytes. */
export interface Packet {
  readonly bytes: Buffer;
  readonly last: Message;
  readonly count: number;
  /** When each message was sent, in microseconds. */
  readonly sentAt: readonly number[];
}

/** What a room said, for all its members in this process: they are all told the same bytes. */
export class RoomLog {
  /** The highest `seq` that anybody was told or had acknowledged. */
  head = 0;
  private readonly packets = new Map<number, Packet>();

  /** The packet that begins with this `seq`, if these are its bytes. */
  known(seq: number, bytes: Buffer): Packet | undefined {
    const packet = this.packets.get(seq);
    return packet?.bytes.equals(bytes) === true ? packet : undefined;
  }

  remember(bytes: Buffer, messages: readonly Message[]): void {
    const [first, last] = [messages[0], messages.at(-1)];
    if (!first || !last || last.seq - first.seq + 1 !== messages.length) return;
    this.head = Math.max(this.head, last.seq);
    this.packets.set(first.seq, {
      bytes: Buffer.from(bytes),
      last,
      count: messages.length,
      sentAt: messages.map(sentAt),
    });
    if (this.packets.size <= REMEMBERED) return;
    for (const seq of this.packets.keys()) {
      this.packets.delete(seq);
      break;
    }
  }
}

/** Load messages begin with the time at which they were sent. */
export const sentAt = ({ body }: Message): number => Number.parseFloat(body);

export const messagesIn = (events: readonly Event[]): Message[] =>
  events.flatMap((event) => (event.type === 'message.created' ? [event.message] : []));
