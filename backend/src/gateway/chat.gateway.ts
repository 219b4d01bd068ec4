import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';

import { WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { unavailable } from '../common/domain-error.js';
import { cutOff } from './backlog.js';
import { FanOut } from './fan-out.js';
import { GatewayCounters } from './gateway-counters.js';
import { Handshake, refusal } from './handshake.js';
import { RequestDispatcher } from './request-dispatcher.js';
import { Welcome } from './welcome.js';
import type { ParleyNamespace, ParleySocket } from './parley-socket.js';

/** A reader that has not taken its last packets by then is cut off. */
const FAREWELL_MS = 3_000;
const GOING_AWAY = 1001;

/** Wires the sockets: who comes in, what they ask, what they hear. Every decision stands elsewhere. */
@WebSocketGateway({ namespace: '/' })
export class ChatGateway implements OnGatewayInit, OnGatewayConnection, BeforeApplicationShutdown {
  private readonly logger = new Logger(ChatGateway.name);

  /** Undefined where the application serves no network, as in the demo's filler. */
  @WebSocketServer()
  private readonly sockets: ParleyNamespace | undefined;

  constructor(
    private readonly handshake: Handshake,
    private readonly welcome: Welcome,
    private readonly requests: RequestDispatcher,
    private readonly fanOut: FanOut,
    private readonly counters: GatewayCounters,
  ) {}

  afterInit(sockets: ParleyNamespace): void {
    sockets.use(this.handshake.middleware);
    this.fanOut.begin(sockets);
  }

  handleConnection(socket: ParleySocket): void {
    this.counters.joined(socket);
    this.requests.attach(socket);
    this.welcome.admit(socket).catch((error: unknown) => {
      this.logger.error(error);
      socket.disconnect(true);
    });
  }

  /** What is under way is finished and acknowledged before the sockets are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.sockets) return;
    this.sockets.use((_socket, next) => next(refusal(unavailable('The server is stopping.'))));
    await this.requests.drained();
    this.fanOut.stop();
    await closeAll([...this.sockets.sockets.values()]);
  }
}

/** Socket.IO's own close drops what is still to be written, so the sockets are given the time to take it. */
async function closeAll(sockets: readonly ParleySocket[]): Promise<void> {
  const closed = sockets.map(({ conn }) => once(conn, 'close'));
  for (const socket of sockets) socket.disconnect(true);
  await Promise.race([Promise.all(closed), delay(FAREWELL_MS, undefined, { ref: false })]);
  for (const socket of sockets) cutOff(socket, GOING_AWAY, 'the server is stopping');
}
