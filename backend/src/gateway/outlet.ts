import type { Socket as Connection } from 'node:net';
import type { Packet } from './packet.js';
import type { ParleySocket } from './parley-socket.js';

/**
 * The parts of Engine.IO 6.6 and ws 8 on which the short way to the connection relies; neither declares them.
 * `outlet.spec.ts` fails when they change.
 */
interface Insides {
  readonly readyState: string;
  /** What waits until the packets before it are written. */
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly socket: { readonly readyState: number; readonly _socket?: Connection };
  };
  write(text: string, options: { readonly wsPreEncodedFrame: readonly Buffer[] }): void;
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

/**
 * The connection of a socket that has taken all that was written to it, or that is held: what was said there in this turn
 * goes out together, in its order, whether it went through Engine.IO or not.
 */
function readyConnectionOf({ readyState, writeBuffer, transport }: Insides): Connection | undefined {
  if (readyState !== 'open' || writeBuffer.length > 0) return undefined;
  const { readyState: state, _socket: connection } = transport.socket;
  if (state !== OPEN || !connection) return undefined;
  return connection.writableLength === 0 || connection.writableCorked > 0 ? connection : undefined;
}

/**
 * Holds back what is written to a socket, so that an acknowledgement goes out with the events that follow it in the same
 * turn, as one write.
 * @returns lets it go; a second call does nothing
 */
export function hold(socket: ParleySocket): () => void {
  const connection = insidesOf(socket).transport.socket._socket;
  connection?.cork();
  let isHeld = true;
  return () => {
    if (isHeld) connection?.uncork();
    isHeld = false;
  };
}

const insidesOf = ({ conn }: ParleySocket): Insides => conn as unknown as Insides;
