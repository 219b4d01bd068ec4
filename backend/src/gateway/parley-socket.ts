import type { ClientToServer, ServerToClient } from '#shared';
import type { Namespace, Server, Socket } from 'socket.io';
import type { Identity } from '../auth/identity.js';

interface SocketData {
  /** Set by the handshake, so every connected socket has one. */
  identity: Identity;
  /** The room that this socket has on the screen. */
  viewedRoomId: string | null;
}

type Unused = Record<string, never>;
export type ParleyServer = Server<ClientToServer, ServerToClient, Unused, SocketData>;
export type ParleyNamespace = Namespace<ClientToServer, ServerToClient, Unused, SocketData>;
export type ParleySocket = Socket<ClientToServer, ServerToClient, Unused, SocketData>;
