import { Injectable, Logger } from '@nestjs/common';
import { RECEIPTS, type Event, type EventOf } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';

type Pass = (message: BusMessage) => void;
type Receipt = EventOf<'receipt.updated'> | EventOf<'watermark.updated'>;

interface RoomGate {
  /** When the room was told within the last second. */
  toldAt: number[];
  /** What waits, by whose it is; null while the gate is open. */
  held: Map<string, Receipt> | null;
}

const SECOND_MS = 1_000;
const PERIOD_MS = SECOND_MS / RECEIPTS.packetsPerSecond;

/**
 * Holds the contract's bound on packets of receipts where they are received. Each instance spaces its own, which pass here at
 * once; what several tell of one room may be too much together. Then its gate closes: what comes is merged by member, and goes
 * out at the end of each period, until one brings nothing.
 */
@Injectable()
export class ReceiptGate {
  private readonly logger = new Logger(ReceiptGate.name);
  /** The rooms that were told within the last second, or for which something waits. */
  private readonly rooms = new Map<string, RoomGate>();
  private period: NodeJS.Timeout | undefined;
  private pass: Pass = () => undefined;

  /** Passes on through `pass` from now on. */
  begin(pass: Pass): void {
    this.pass = pass;
  }

  /** Forgets what waits: whoever connects anew is told where all stand. */
  stop(): void {
    clearInterval(this.period);
    this.period = undefined;
    this.rooms.clear();
  }

  /** Passes a message on, or holds it if it tells a room of receipts once too often. */
  take(message: BusMessage): void {
    if (message.to !== 'room' || !areReceipts(message.events)) return this.pass(message);
    const { roomId, events } = message;
    const room = this.gateOf(roomId);
    if (room.held === null && mayBeTold(room)) this.tell(roomId, room, events);
    else room.held = merged(room.held ?? new Map<string, Receipt>(), events);
  }

  private gateOf(roomId: string): RoomGate {
    const known = this.rooms.get(roomId);
    if (known) return known;
    const room: RoomGate = { toldAt: [], held: null };
    this.rooms.set(roomId, room);
    this.period ??= setInterval(() => this.endPeriod(), PERIOD_MS).unref();
    return room;
  }

  private endPeriod(): void {
    for (const [roomId, room] of this.rooms) {
      if (room.held?.size === 0) room.held = null;
      if (room.held && mayBeTold(room)) this.release(roomId, room, [...room.held.values()]);
      if (room.held === null && toldLately(room) === 0) this.rooms.delete(roomId);
    }
    if (this.rooms.size > 0) return;
    clearInterval(this.period);
    this.period = undefined;
  }

  /** What cannot be told of one room must not fail the others. */
  private release(roomId: string, room: RoomGate, events: readonly Receipt[]): void {
    room.held = new Map();
    try {
      this.tell(roomId, room, events);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private tell(roomId: string, room: RoomGate, events: readonly Receipt[]): void {
    room.toldAt.push(performance.now());
    this.pass({ to: 'room', roomId, events });
  }
}

const areReceipts = (events: readonly Event[]): events is readonly Receipt[] =>
  events.every(({ type }) => type === 'receipt.updated' || type === 'watermark.updated');

const mayBeTold = (room: RoomGate): boolean => toldLately(room) < RECEIPTS.packetsPerSecond;

/** How often the room was told within the last second; what is older is forgotten. */
function toldLately(room: RoomGate): number {
  const since = performance.now() - SECOND_MS;
  room.toldAt = room.toldAt.filter((at) => at > since);
  return room.toldAt.length;
}

/** Cursors only grow, so of two the larger counts, in whatever order they come. */
function merged(held: Map<string, Receipt>, events: readonly Receipt[]): Map<string, Receipt> {
  for (const event of events) {
    const key = event.type === 'receipt.updated' ? event.userId : event.type;
    const { readSeq = 0, deliveredSeq = 0 } = held.get(key) ?? {};
    held.set(key, {
      ...event,
      readSeq: Math.max(readSeq, event.readSeq),
      deliveredSeq: Math.max(deliveredSeq, event.deliveredSeq),
    });
  }
  return held;
}
