import { Injectable, Logger } from '@nestjs/common';
import type { DurableEvent, Event } from '#shared';
import type { BusMessage } from '../events/event-bus.js';
import { ChangesService } from '../messages/changes.service.js';
import { Moves } from './moves.js';
import { departuresIn, parted, type Departure } from './departures.js';

type Send = (message: BusMessage) => void;
interface Stored {
  readonly events: readonly DurableEvent[];
  readonly departures: readonly Departure[];
}

type RoomMessage = Extract<BusMessage, { to: 'room' }>;

/**
 * Puts what several instances say about a room into the order of its revisions, before it is fanned out. Where something
 * is missing it is read from the database, once for all sockets here and without waiting for Redis: otherwise every
 * client would see the gap, and ask by itself.
 */
@Injectable()
export class Sequence {
  private readonly logger = new Logger(Sequence.name);
  /** The revision up to which the sockets here were told of a room. */
  private readonly told = new Map<string, number>();
  /** What waits for the missing part of its room. */
  private readonly waiting = new Map<string, DurableEvent[]>();
  private send: Send = () => undefined;

  constructor(
    private readonly changes: ChangesService,
    private readonly moves: Moves,
  ) {}

  /** Sends what is in order through `send` from now on. */
  begin(send: Send): void {
    this.send = send;
  }

  /** Sockets here were told of a room up to a revision: what is newer has to reach them. */
  startAt(roomId: string, rev: number): void {
    if (!this.told.has(roomId)) this.told.set(roomId, rev);
  }

  /** Nobody here listens to the room any more. */
  forget(roomId: string): void {
    this.told.delete(roomId);
  }

  /** Sends a message at once if it continues what was told; it waits for the missing part if it does not. */
  take(message: BusMessage): void {
    this.moves.note(message);
    if (message.to === 'room') this.takeRoom(message);
    else {
      for (const event of 'events' in message ? message.events : []) {
        if (event.type === 'room.added') this.startAt(event.room.id, event.room.rev);
      }
      this.send(message);
    }
  }

  /** Tells the sockets here what the database has and they were not told, if it is newer than `rev` says. */
  async catchUp(roomId: string, rev: number): Promise<void> {
    const told = this.told.get(roomId);
    if (told === undefined) this.told.set(roomId, rev);
    else if (rev > told && !this.waiting.has(roomId)) await this.bridge(roomId, told, []);
  }

  private takeRoom({ roomId, events }: RoomMessage): void {
    this.takeDurable(roomId, events.filter(isDurable));
    const passing = events.filter((event) => !isDurable(event));
    if (passing.length > 0) this.send({ to: 'room', roomId, events: passing });
  }

  private takeDurable(roomId: string, events: readonly DurableEvent[]): void {
    const waiting = this.waiting.get(roomId);
    if (waiting) return void waiting.push(...events);
    const told = this.told.get(roomId);
    const news = inOrder(events, told);
    const last = news.at(-1);
    if (!last) return;
    if (told !== undefined && last.rev > told + news.length) void this.bridge(roomId, told, news);
    else this.tell({ to: 'room', roomId, events: news }, last.rev, departuresIn(news));
  }

  private tell(message: RoomMessage, rev: number, departures: readonly Departure[]): void {
    if (this.told.has(message.roomId)) this.told.set(message.roomId, rev);
    for (const part of parted(message, departures)) {
      this.moves.note(part);
      this.send(part);
    }
  }

  /** Reads what is newer than `told`, and sends it with what has come meanwhile. */
  private async bridge(roomId: string, told: number, ahead: readonly DurableEvent[]): Promise<void> {
    const waiting = [...ahead];
    this.waiting.set(roomId, waiting);
    const stored = await this.read(roomId, told);
    this.waiting.delete(roomId);
    // Of a revision that both have, the event says more than the row that it left.
    const events = inOrder([...stored.events, ...waiting], told);
    const last = events.at(-1);
    if (last) this.tell({ to: 'room', roomId, events }, last.rev, [...stored.departures, ...departuresIn(waiting)]);
  }

  /** A database that does not answer has nothing to tell: the gap is there still, and is seen again. */
  private async read(roomId: string, rev: number): Promise<Stored> {
    try {
      const departures = await this.changes.departuresSince(roomId, rev);
      return { events: await this.changes.eventsSince(roomId, rev), departures };
    } catch (error) {
      this.logger.debug(error);
      return { events: [], departures: [] };
    }
  }
}

/** Each revision after `told` once, the last that is given of it; what is just that already stays as it is. */
function inOrder(events: readonly DurableEvent[], told = -1): readonly DurableEvent[] {
  if (events.every(({ rev }, index) => rev === told + 1 + index)) return events;
  const byRev = new Map(events.map((event) => [event.rev, event]));
  return [...byRev.values()].filter(({ rev }) => rev > told).sort((a, b) => a.rev - b.rev);
}

const isDurable = (event: Event): event is DurableEvent => 'rev' in event;
