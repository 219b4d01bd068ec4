import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventBus, type BusMessage } from '../events/event-bus.js';
import { Reconciliation } from './reconciliation.js';
import { Sequence } from './sequence.js';

/** How soon an outage is noticed here, and how often the database is asked while it lasts. */
const DEGRADED_MS = 250;
const HEALTHY_MS = 10_000;
/** Instances notice an outage and its end at different moments: for this long after it the database is asked still. */
const CAUTION_MS = 5_000;

type Deliver = (message: BusMessage) => void;

/**
 * The database's tail: what became durable and nobody told the sockets here. That is what other instances wrote and the bus
 * did not bring, and what this one wrote without learning of it, when the database went between the commit and its answer.
 * Redis is a hint, so every followed room is compared with its row now and then, and four times a second while there is
 * cause. What is found goes to local sockets as events; a client to which they leave a gap asks for changes, as after any gap.
 */
@Injectable()
export class Tail {
  private readonly logger = new Logger(Tail.name);
  private readonly stopping = new AbortController();
  private cautiousUntil = 0;
  private lookedAt = 0;
  private doubts = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly unitOfWork: UnitOfWork,
    private readonly reconciliation: Reconciliation,
    private readonly sequence: Sequence,
  ) {}

  /** Looks again and again until `stop`. */
  async follow(deliver: Deliver): Promise<void> {
    const { signal } = this.stopping;
    const pause = () => delay(DEGRADED_MS, true, { ref: false, signal });
    while (await pause().catch(() => false)) if (this.isDue()) await this.look(deliver);
  }

  stop(): void {
    this.stopping.abort();
  }

  private isDue(): boolean {
    if (this.isCautious()) return true;
    return this.bus.health !== 'alone' && Date.now() - this.lookedAt >= HEALTHY_MS;
  }

  private async look(deliver: Deliver): Promise<void> {
    this.lookedAt = Date.now();
    try {
      if (this.isCautious()) await this.reconciliation.ofMembers(deliver);
      await this.reconciliation.ofRooms();
    } catch (error) {
      this.logger.debug(error);
      this.beCautious();
    }
  }

  private isCautious(): boolean {
    const doubtful = this.unitOfWork.doubtful + this.sequence.doubtful;
    if (this.bus.health === 'degraded' || doubtful > this.doubts) this.beCautious();
    this.doubts = doubtful;
    return Date.now() < this.cautiousUntil;
  }

  private beCautious(): void {
    this.cautiousUntil = Date.now() + CAUTION_MS;
  }
}
