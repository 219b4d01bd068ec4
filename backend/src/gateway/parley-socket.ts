import type { ClientToServer, ServerToClient } from '#shared';
import type { Namespace, Server, Socket } from 'socket.io';
import type { Identity } from '../auth/identity.js';

interface SocketData {
  /** Set by the handshake, so every connected socket has one. */
  identity: Identity;
  /** Whether its user shows others how far the user has read, and so sees it of them. */
  showsReceipts: boolean;
  /** The room that this socket has on the screen. */
  viewedRoomId: string | null;
  /** Whether it has been welcomed: from then on it is in all rooms of its user. */
  isReady?: boolean;
  /** The rooms whose rows, in a list, it has on the screen. */
  inSight?: readonly string[];
  /** Whether its page said that it is not to be seen. */
  isHidden?: boolean;
  /** How many requests of it are not acknowledged yet. */
  underWay: number;
}

type Unused = Record<string, never>;
export type ParleyServer = Server<ClientToServer, ServerToClient, Unused, SocketData>;
export type ParleyNamespace = Namespace<ClientToServer, ServerToClient, Unused, SocketData>;
export type ParleySocket = Socket<ClientToServer, ServerToClient, Unused, SocketData>;
