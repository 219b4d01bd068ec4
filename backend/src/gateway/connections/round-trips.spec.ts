import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ParleyServer, ParleySocket } from '../parley-socket.js';
import { RoundTrips } from './round-trips.js';

describe('the round trip of a socket', () => {
  let http: HttpServer;
  let server: ParleyServer;
  let client: Socket;
  let socket: ParleySocket;
  const roundTrips = new RoundTrips();

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    server = new Server(http, { pingInterval: 100, pingTimeout: 5_000 });
    await once(http, 'listening');
    const connected = new Promise<ParleySocket>((resolve) => server.of('/').on('connection', resolve));
    client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, {
      transports: ['websocket'],
      forceNew: true,
    });
    socket = await connected;
    roundTrips.watch(socket);
  });
  afterEach(async () => {
    client.disconnect();
    await server.close();
  });

  it('is that of its last heartbeat, and unknown before the first', async () => {
    expect(roundTrips.of(socket)).toBeNull();
    await expect.poll(() => roundTrips.of(socket)).toBeGreaterThan(0);
    const first = roundTrips.of(socket);
    await expect.poll(() => roundTrips.of(socket)).not.toBe(first);
  });
});
