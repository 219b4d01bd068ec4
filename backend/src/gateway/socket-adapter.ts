import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { LIMITS } from '#shared';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import { isOriginAllowed } from './handshake.js';

/** Socket.IO as the contract has it: WebSocket alone, small packets, our own pages and programs only. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplication,
    private readonly config: Config,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, {
      ...options,
      path: '/socket.io',
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: LIMITS.requestBytes,
      perMessageDeflate: false,
      allowRequest: (request, decide) =>
        isOriginAllowed(request, this.config.publicUrl) ? decide(null, true) : decide('forbidden', false),
    } as Partial<ServerOptions> as ServerOptions);
  }
}
