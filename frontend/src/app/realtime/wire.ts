import { InjectionToken } from '@angular/core';
import type { ClientToServer, ServerToClient } from '#shared';
import { io, type Socket } from 'socket.io-client';

export type Wire = Socket<ServerToClient, ClientToServer>;

/** Makes the one socket: WebSocket only, session by cookie; when to connect is the client's to say. */
export const WIRE = new InjectionToken<() => Wire>('wire', {
  providedIn: 'root',
  factory: () => () => io({ transports: ['websocket'], autoConnect: false, reconnection: false }),
});
