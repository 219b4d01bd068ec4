import { Injectable, Logger } from '@nestjs/common';
import type { Event } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';
import { BatchUnderWay } from '../../messages/batch-under-way.js';

type Pass = (message: BusMessage) => void;

/** A batch that takes longer than this meets a database in trouble, and what others say does not wait for it. */
const PATIENCE_MS = 25;

/**
 * Lets what is said of a room while a batch for it is under way here go out together with that batch. A packet costs the same
 * with ten messages as with five, and telling a large room in the middle of a transaction would make the other instances wait
 * for the lock that it holds. Nothing waits where no batch is under way, and the batch itself waits for nothing.
 */
@Injectable()
export class Gathering {
  private readonly logger = new Logger(Gathering.name);
  private readonly gathered = new Map<string, readonly Event[]>();
  private timer: NodeJS.Timeout | undefined;
  private pass: Pass = () => undefined;

  constructor(private readonly batch: BatchUnderWay) {}

  /** Passes on through `pass` from now on. */
  begin(pass: Pass): void {
    this.pass = pass;
    this.batch.subscribe(() => this.letGo());
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Passes a message on at once, or with the batch that is under way for its room. */
  take(message: BusMessage): void {
    if (message.to !== 'room' || !this.batch.isFor(message.roomId)) return this.pass(message);
    const { roomId, events } = message;
    const before = this.gathered.get(roomId);
    this.gathered.set(roomId, before ? [...before, ...events] : events);
    this.timer ??= setTimeout(() => this.letGo(), PATIENCE_MS);
  }

  private letGo(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = [...this.gathered];
    this.gathered.clear();
    for (const [roomId, events] of gathered) this.release({ to: 'room', roomId, events });
  }

  /** What cannot be told of one room must fail neither the others nor the batch that has just been written. */
  private release(message: BusMessage): void {
    try {
      this.pass(message);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
