import type { Socket as Connection } from 'node:net';
import { insidesOf, type Insides } from './insides.js';
import { ackPacket, type Packet } from './packet.js';
import type { ParleySocket } from '../parley-socket.js';

/** The part of Socket.IO 4.8 that makes a request's acknowledgement, which the listeners get as their last argument. */
interface Acknowledging {
  ack(this: ParleySocket, id: number): (answer: object) => void;
}

const OPEN = 1;

/**
 * Writes a packet to a socket. One that has taken everything gets the frame straight on its connection, which costs a third
 * of the way through Socket.IO and Engine.IO; one that has not gets it through their queue, where slow readers are noticed.
 * Either way what was written first arrives first.
 */
export function writeTo(socket: ParleySocket, { text, frame }: Packet): void {
  const insides = insidesOf(socket);
  const connection = readyConnectionOf(insides);
  if (connection) connection.write(frame);
  else insides.write(text, { wsPreEncodedFrame: [frame] });
}

/** Has the acknowledgements of a socket go the same short way as its events. */
export function answerStraight(socket: ParleySocket): void {
  (socket as unknown as Acknowledging).ack = acknowledgement;
}

function acknowledgement(this: ParleySocket, id: number): (answer: object) => void {
  return (answer) => writeTo(this, ackPacket(id, answer));
}

/**
 * The connection of a socket that has taken all that was written to it, or that is held and not full: what was said there in
 * this turn goes out together, in its order, whether it went through Engine.IO or not.
 */
function readyConnectionOf({ readyState, writeBuffer, transport }: Insides): Connection | undefined {
  if (readyState !== 'open' || writeBuffer.length > 0) return undefined;
  const { readyState: state, _socket: connection } = transport.socket;
  if (state !== OPEN || !connection) return undefined;
  const { writableLength, writableCorked, writableNeedDrain } = connection;
  return writableLength === 0 || (writableCorked > 0 && !writableNeedDrain) ? connection : undefined;
}

/**
 * Holds back what is written to a socket, so that an acknowledgement goes out with the events that follow it in the same
 * turn, as one write. Where something is untaken nothing is held: what follows belongs into the queue.
 * @returns lets it go; a second call does nothing
 */
export function hold(socket: ParleySocket): () => void {
  const connection = readyConnectionOf(insidesOf(socket));
  connection?.cork();
  let isHeld = true;
  return () => {
    if (isHeld) connection?.uncork();
    isHeld = false;
  };
}
