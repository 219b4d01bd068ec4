import type { ClientToServer, ServerToClient } from '#shared';
import { io, type Socket } from 'socket.io-client';

export type Wire = Socket<ServerToClient, ClientToServer>;

/** A server that has not let us in by then is not going to; on a bad network another try is the better bet. */
const LETS_IN_WITHIN_MS = 10_000;

/** Makes the one socket: WebSocket only, session by cookie; when to connect is the client's to say. */
export const openSocket = (): Wire =>
  io({ transports: ['websocket'], autoConnect: false, reconnection: false, timeout: LETS_IN_WITHIN_MS });
