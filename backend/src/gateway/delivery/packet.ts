import type { Event } from '#shared';

/** A packet, encoded once for all who get it. */
export interface Packet {
  /** As Socket.IO writes it (its protocol 5): what Engine.IO is given where it has to queue. */
  readonly text: string;
  /** The same as one whole WebSocket frame, ready for the connection. */
  readonly frame: Buffer;
}

const TEXT = 0x81;
const SHORT = 125;
const MEDIUM = 65_535;

/** Encodes events for the wire: `42["events",[...]]`, where 4 is Engine.IO's message and 2 is Socket.IO's event. */
export function eventsPacket(events: readonly Event[]): Packet {
  return packetOf(`2["events",${JSON.stringify(events)}]`);
}

/** Encodes the answer to the request that a client gave this number: `43<id>[{...}]`, where 3 is Socket.IO's acknowledgement. */
export function ackPacket(id: number, answer: object): Packet {
  return packetOf(`3${id}[${JSON.stringify(answer)}]`);
}

const packetOf = (text: string): Packet => ({ text, frame: textFrame(`4${text}`) });

/** A WebSocket frame with a text, as a server sends it: whole, unmasked (RFC 6455, section 5.2). */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = headerLength(length);
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = TEXT;
  if (length <= SHORT) frame[1] = length;
  else if (length <= MEDIUM) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}

function headerLength(length: number): number {
  if (length <= SHORT) return 2;
  return length <= MEDIUM ? 4 : 10;
}
