import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { FanOut } from './fan-out.js';
import { GatewayCounters } from './gateway-counters.js';
import { Handshake } from './handshake.js';
import { RequestDispatcher } from './requests/request-dispatcher.js';
import { Welcome } from './welcome.js';
import type { ParleyNamespace, ParleySocket } from './parley-socket.js';

/** Wires the sockets: who comes in, what they ask, what they hear. Every decision stands elsewhere. */
@WebSocketGateway({ namespace: '/' })
export class ChatGateway implements OnGatewayInit, OnGatewayConnection {
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
}
