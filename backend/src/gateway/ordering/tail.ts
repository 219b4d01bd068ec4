import { Injectable, Logger } from '@nestjs/common';
import { firstValueFrom, map, ReplaySubject, takeUntil, timer } from 'rxjs';
import { Batch } from '../../common/batch.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { CAUTION_MS, EventBus, type BusMessage } from '../../events/event-bus.js';
import { Outages } from '../outages.js';
import { Reconciliation } from './reconciliation.js';
import { Sequence } from './sequence.js';

/** How soon an outage is noticed here, and how often the database is asked while there is cause. */
const CAUTIOUS_MS = 250;
/** And while there is none: an instance that alone has lost Redis tells nobody, and to the others nothing looks amiss. */
const WATCHFUL_MS = 1_000;
/** The members of all rooms are more to compare than the rooms. */
const MEMBERS_MS = 10_000;
/** Rooms that one joins are looked at together where they come together. */
const GATHER_MS = 10;

type Deliver = (message: BusMessage) => void;

/**
 * The database's tail: what became durable and nobody told the sockets here. That is what other instances wrote and the bus
 * did not bring, and what this one wrote without learning of it, when the database went between the commit and its answer.
 * Redis is a hint, so every followed room is compared with its row once a second, and four times a second while there is
 * cause. What is found goes to local sockets as events; a client to which they leave a gap asks for changes, as after any gap.
 */
@Injectable()
export class Tail {
  private readonly logger = new Logger(Tail.name);
  private readonly stopped = new ReplaySubject<void>(1);
  private readonly opened = new Batch<string, true>(GATHER_MS, (rooms) => this.lookAt([...rooms.keys()]));
  private readonly outages: Outages;
  private cautiousUntil = 0;
  private lookedAt = 0;
  private comparedAt = Date.now();
  private doubts = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly unitOfWork: UnitOfWork,
    private readonly reconciliation: Reconciliation,
    private readonly sequence: Sequence,
  ) {
    this.outages = new Outages(bus);
  }

  /** Looks again and again until `stop`. */
  async follow(deliver: Deliver): Promise<void> {
    while (await this.pause()) if (this.isDue()) await this.look(deliver);
  }

  /** Looks at a room that is listened to here from now on: what was said of it before the bus brings it. */
  heed(roomId: string): void {
    if (this.bus.health !== 'alone') this.opened.add(roomId, true);
  }

  stop(): void {
    this.stopped.next();
    this.opened.stop();
  }

  /** Resolves with false once it is stopped. */
  private pause(): Promise<boolean> {
    const passed$ = timer(CAUTIOUS_MS).pipe(
      map(() => true),
      takeUntil(this.stopped),
    );
    return firstValueFrom(passed$, { defaultValue: false });
  }

  private isDue(): boolean {
    if (this.isCautious()) return true;
    return this.bus.health !== 'alone' && Date.now() - this.lookedAt >= WATCHFUL_MS;
  }

  private async look(deliver: Deliver): Promise<void> {
    this.lookedAt = Date.now();
    try {
      const isCautious = this.isCautious();
      if (isCautious || this.lookedAt - this.comparedAt >= MEMBERS_MS) await this.compareMembers(deliver);
      const behind = await this.reconciliation.roomsBehind();
      // What is just under way over the bus need not be read.
      if (!isCautious && behind.length > 0 && !(await this.pause())) return;
      await this.reconciliation.catchUp(behind);
    } catch (error) {
      this.logger.debug(error);
      this.beCautious();
    }
  }

  private async compareMembers(deliver: Deliver): Promise<void> {
    this.comparedAt = Date.now();
    await this.reconciliation.ofMembers(deliver);
  }

  private async lookAt(roomIds: readonly string[]): Promise<void> {
    await this.bus.settled();
    await this.reconciliation.catchUp(await this.reconciliation.roomsBehind(roomIds));
  }

  private isCautious(): boolean {
    const doubts = this.unitOfWork.doubtful + this.sequence.doubtful;
    if (this.outages.look() || doubts > this.doubts) this.beCautious();
    this.doubts = doubts;
    return Date.now() < this.cautiousUntil;
  }

  private beCautious(): void {
    this.cautiousUntil = Date.now() + CAUTION_MS;
  }
}
