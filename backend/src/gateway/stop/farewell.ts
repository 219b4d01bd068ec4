import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { dismiss, tearDown } from '../delivery/backlog.js';
import type { ParleySocket } from '../parley-socket.js';

/** A reader that has not taken its last packets by then is cut off. */
const FAREWELL_MS = 2_000;
/** "Service restart": the client comes back by itself, after a wait of its own that differs from everybody else's. */
export const SERVICE_RESTART = 1012;

/** Takes no new connections from now on. @returns what resolves when the last of the old ones is gone */
export async function stopListening(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Closes sockets once they have taken what is still to be written, acknowledgements among it: Socket.IO's own close would
 * drop that, and would tell its clients not to come back.
 */
export async function dismissAll(sockets: readonly ParleySocket[]): Promise<void> {
  const closed = sockets.map(({ conn }) => once(conn, 'close'));
  for (const socket of sockets) dismiss(socket, SERVICE_RESTART, 'the server restarts');
  await within(FAREWELL_MS, Promise.all(closed));
  for (const socket of sockets) tearDown(socket);
}

/** Waits for something, but no longer than this; what comes of it does not matter. */
export async function within(milliseconds: number, something: Promise<unknown>): Promise<void> {
  await Promise.race([something.catch(() => undefined), delay(milliseconds, undefined, { ref: false })]);
}
