import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { RECEIPTS, type Event, type EventOf, type Watermark } from '#shared';
import { EventBus } from '../events/event-bus.js';
import type { RoomMarks } from '../rooms/members.repository.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { Cursors } from './receipt.js';

/** One packet at once and one at the end of each period: so no second has more than the contract allows. */
const PERIOD_MS = 1_000 / (RECEIPTS.packetsPerSecond - 1);
/** Beyond this many rooms the watermark that was told longest ago is forgotten, and is told once more than it had to be. */
const MAX_REMEMBERED = 10_000;

type Movers = Map<string, Cursors>;

/**
 * Tells how far members have received and read, a room's receipts together: the first at once, what follows at the end of
 * the period, for all rooms in one query. Where a room is large its members are told the watermark, and each the own cursor
 * alone. The bound holds for what one instance commits; the gateway holds it for what several tell, which comes to the same in
 * any order, since cursors only grow.
 */
@Injectable()
export class ReceiptTeller implements OnApplicationShutdown {
  private readonly logger = new Logger(ReceiptTeller.name);
  /** Who moved since the room was last told. */
  private readonly news = new Map<string, Movers>();
  /** The rooms that were told in this period. */
  private readonly told = new Set<string>();
  private readonly due = new Set<string>();
  private readonly watermarks = new Map<string, Watermark>();
  private period: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly rooms: RoomsService,
    private readonly bus: EventBus,
  ) {}

  /** A member's cursors have grown, to where they stand now. */
  memberMoved(roomId: string, userId: string, cursors: Cursors): void {
    this.newsOf(roomId).set(userId, cursors);
    this.schedule(roomId);
  }

  /** What all members have read may have moved, though no receipt says so: somebody wrote without having read on. */
  roomMoved(roomId: string): void {
    this.newsOf(roomId);
    this.schedule(roomId);
  }

  /** Tells at once what waits, and nothing afterwards. */
  async finish(): Promise<void> {
    this.stop();
    for (const roomId of this.news.keys()) this.due.add(roomId);
    await this.flush();
  }

  /** The database and the bus are closed. */
  onApplicationShutdown(): void {
    this.stop();
  }

  private stop(): void {
    this.isStopped = true;
    clearInterval(this.period);
  }

  private newsOf(roomId: string): Movers {
    const known = this.news.get(roomId);
    if (known) return known;
    const movers: Movers = new Map();
    this.news.set(roomId, movers);
    return movers;
  }

  private schedule(roomId: string): void {
    if (this.isStopped || this.told.has(roomId)) return;
    this.told.add(roomId);
    this.period ??= setInterval(() => this.endPeriod(), PERIOD_MS).unref();
    if (this.due.size === 0) setImmediate(() => void this.flush());
    this.due.add(roomId);
  }

  private endPeriod(): void {
    this.told.clear();
    for (const roomId of this.news.keys()) this.schedule(roomId);
    if (this.told.size > 0) return;
    clearInterval(this.period);
    this.period = undefined;
  }

  /** Tells of all rooms that became due in this turn, whose watermarks are read together. */
  private async flush(): Promise<void> {
    const roomIds = [...this.due];
    this.due.clear();
    if (roomIds.length === 0) return;
    try {
      const marks = new Map((await this.rooms.marks(roomIds)).map((each) => [each.roomId, each]));
      for (const roomId of roomIds) this.tell(roomId, marks.get(roomId));
    } catch (error) {
      // The news stays, and is tried again at the end of the period.
      this.logger.debug(error);
    }
  }

  /** @param marks undefined for a room that everybody has left: there is nobody to tell */
  private tell(roomId: string, marks: RoomMarks | undefined): void {
    const movers = [...(this.news.get(roomId) ?? [])];
    this.news.delete(roomId);
    if (!marks) return;
    const isDetailed = marks.memberCount <= RECEIPTS.detailedUpTo;
    const events: Event[] = isDetailed ? movers.map(([userId, cursors]) => shown(roomId, userId, cursors)) : [];
    if (this.isNews(roomId, marks.watermark)) events.push({ type: 'watermark.updated', roomId, ...marks.watermark });
    if (events.length > 0) this.bus.publish({ to: 'room', roomId, events });
    for (const [userId, cursors] of movers) {
      const isTold = isDetailed && cursors.shownReadSeq === cursors.readSeq;
      if (!isTold) this.bus.publish({ to: 'user', userId, events: [own(roomId, userId, cursors)] });
    }
  }

  private isNews(roomId: string, watermark: Watermark): boolean {
    const told = this.watermarks.get(roomId);
    if (told?.readSeq === watermark.readSeq && told.deliveredSeq === watermark.deliveredSeq) return false;
    this.watermarks.delete(roomId);
    this.watermarks.set(roomId, watermark);
    if (this.watermarks.size > MAX_REMEMBERED) this.watermarks.delete(this.watermarks.keys().next().value ?? '');
    return true;
  }
}

/** What the members of the room are told. */
const shown = (roomId: string, userId: string, cursors: Cursors): EventOf<'receipt.updated'> =>
  own(roomId, userId, { ...cursors, readSeq: cursors.shownReadSeq });

/** What the member's own sockets are told. */
const own = (roomId: string, userId: string, { readSeq, deliveredSeq }: Cursors): EventOf<'receipt.updated'> => ({
  type: 'receipt.updated',
  roomId,
  userId,
  readSeq,
  deliveredSeq,
});
