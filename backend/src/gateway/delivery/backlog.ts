import { insidesOf, type WaitingPacket } from './insides.js';
import type { ParleySocket } from '../parley-socket.js';

/** How far a reader may be behind. */
export interface Bound {
  readonly packets: number;
  readonly bytes: number;
}

/** How long a close may take before the connection is torn down: a reader that takes nothing takes no code either. */
const CLOSE_MS = 5_000;

/** Whether a reader has left more than `bound` untaken. One packet that is just being written is never too much. */
export function isBeyond(socket: ParleySocket, bound: Bound): boolean {
  const { writeBuffer, transport } = insidesOf(socket);
  if (writeBuffer.length === 0) return false;
  return writeBuffer.length > bound.packets || transport.socket.bufferedAmount + sizeOf(writeBuffer) > bound.bytes;
}

/** What waits for a reader, for the log. */
export function backlogOf(socket: ParleySocket): Bound {
  const { writeBuffer, transport } = insidesOf(socket);
  return { packets: writeBuffer.length, bytes: transport.socket.bufferedAmount + sizeOf(writeBuffer) };
}

/**
 * Closes a socket without the wait for what it has not taken, which is dropped. The client sees a lost connection with
 * this code, and comes back by itself.
 */
export function cutOff(socket: ParleySocket, code: number, reason: string): void {
  const { socket: webSocket } = insidesOf(socket).transport;
  webSocket.close(code, reason);
  socket.conn.close(true);
  setTimeout(() => webSocket.terminate(), CLOSE_MS).unref();
}

/** Closes a socket with a code once it has been handed all that waits for it; the client comes back by itself. */
export function dismiss(socket: ParleySocket, code: number, reason: string): void {
  const { writeBuffer, transport } = insidesOf(socket);
  if (writeBuffer.length === 0) transport.socket.close(code, reason);
  else socket.conn.once('drain', () => dismiss(socket, code, reason));
}

/** Ends what is left of a connection, whatever it has not taken. */
export function tearDown(socket: ParleySocket): void {
  insidesOf(socket).transport.socket.terminate();
}

function sizeOf(packets: readonly WaitingPacket[]): number {
  let bytes = 0;
  for (const { data, options } of packets) {
    const frame = options?.wsPreEncodedFrame;
    if (frame) for (const part of frame) bytes += part.length;
    else bytes += data?.length ?? 0;
  }
  return bytes;
}
