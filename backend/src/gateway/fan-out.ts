import { Injectable } from '@nestjs/common';
import { EventBus } from '../events/event-bus.js';
import { Audience } from './audience.js';
import { Delivery } from './delivery/delivery.js';
import { ReceiptGate } from './delivery/receipt-gate.js';
import { Gathering } from './ordering/gathering.js';
import { Sequence } from './ordering/sequence.js';
import { Tail } from './ordering/tail.js';
import type { ParleyNamespace } from './parley-socket.js';

/** Has everything that the bus carries, and what the tail finds, delivered to this instance's sockets. */
@Injectable()
export class FanOut {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly audience: Audience,
    private readonly tail: Tail,
    private readonly delivery: Delivery,
    private readonly gathering: Gathering,
    private readonly sequence: Sequence,
    private readonly receipts: ReceiptGate,
  ) {}

  /** Delivers to these sockets from now until `stop`. */
  begin(sockets: ParleyNamespace): void {
    this.audience.watch(sockets, {
      opened: (roomId) => this.tail.heed(roomId),
      emptied: (roomId) => this.sequence.forget(roomId),
    });
    this.delivery.watch(sockets);
    this.receipts.begin((message) => this.delivery.deliver(sockets, message));
    this.sequence.begin((message) => this.receipts.take(message));
    this.gathering.begin((message) => this.sequence.take(message));
    this.stopListening = this.bus.subscribe((message) => this.gathering.take(message));
    void this.tail.follow((message) => this.sequence.take(message));
  }

  stop(): void {
    this.delivery.stop();
    this.gathering.stop();
    this.receipts.stop();
    this.tail.stop();
    this.stopListening();
  }
}
