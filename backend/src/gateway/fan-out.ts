import { Injectable } from '@nestjs/common';
import { EventBus, type BusMessage } from '../events/event-bus.js';
import { Audience } from './audience.js';
import { Delivery } from './delivery.js';
import { SlowReaders } from './slow-readers.js';
import { Tail } from './tail.js';
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
    private readonly slowReaders: SlowReaders,
  ) {}

  /** Delivers to these sockets from now until `stop`. */
  begin(sockets: ParleyNamespace): void {
    this.audience.watch(sockets);
    this.slowReaders.watch(sockets);
    const deliver = (message: BusMessage): void => this.delivery.deliver(sockets, message);
    this.stopListening = this.bus.subscribe((message) => {
      this.tail.note(message);
      deliver(message);
    });
    void this.tail.follow(deliver);
  }

  stop(): void {
    this.slowReaders.stop();
    this.tail.stop();
    this.stopListening();
  }
}
