import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

/**
 * Node closes a connection that was idle for 5 s, at the same moment as the next request may be on its way: whoever sent it
 * is told of a reset. Proxies and clients give up idle connections within a minute, so they are given longer, and close first.
 */
const KEPT_MS = 75_000;

/** Keeps idle HTTP connections for longer than those at their other end do. */
export function keepIdleConnections(app: NestExpressApplication): void {
  const server: Server = app.getHttpServer();
  server.keepAliveTimeout = KEPT_MS;
}
