import type { Server } from 'node:http';
import { type BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { unavailable } from '../common/domain-error.js';
import { dismissAll, stopListening, within } from './farewell.js';
import { FanOut } from './fan-out.js';
import { GatewayCounters } from './gateway-counters.js';
import { Handshake, refusal } from './handshake.js';
import { RequestDispatcher } from './request-dispatcher.js';
import { Welcome } from './welcome.js';
import type { ParleyNamespace, ParleySocket } from './parley-socket.js';

/** How long a stop waits for what is under way over sockets, and then for what is left over REST. */
const UNDER_WAY_MS = 4_000;
const LAST_ANSWERS_MS = 1_500;

/** Wires the sockets: who comes in, what they ask, what they hear. Every decision stands elsewhere. */
@WebSocketGateway({ namespace: '/' })
export class ChatGateway implements OnGatewayInit, OnGatewayConnection, BeforeApplicationShutdown {
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
    void this.welcome.admit(socket);
  }

  /**
   * Nobody new comes in, what is under way is finished and acknowledged, and then the sockets are told to come back. Each
   * part has its time, whatever hangs, so that the whole is over in less than ten seconds.
   */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.sockets) return;
    const http = this.sockets.server.httpServer as Server;
    this.sockets.use((_socket, next) => next(refusal(unavailable('The server is stopping.'))));
    const everybodyLeft = stopListening(http);
    await within(UNDER_WAY_MS, this.requests.stop());
    this.fanOut.stop();
    await dismissAll([...this.sockets.sockets.values()]);
    http.closeIdleConnections();
    await within(LAST_ANSWERS_MS, everybodyLeft);
    http.closeAllConnections();
  }
}
