import { Injectable, Logger } from '@nestjs/common';
import type { DurableEvent, Event } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';
import { topic } from '../../events/topic.js';
import { ChangesService } from '../../messages/changes.service.js';
import { Arrivals } from './arrivals.js';
import { Audience } from '../audience.js';
import { Moves } from './moves.js';
import { departuresIn, parted, type Departure } from './departures.js';

type Send = (message: BusMessage) => void;
type RoomMessage = Extract<BusMessage, { to: 'room' }>;
type UserMessage = Extract<BusMessage, { to: 'user' }>;

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
  private readonly arrivals = new Arrivals();
  private send: Send = () => undefined;
  private doubts = 0;

  constructor(
    private readonly changes: ChangesService,
    private readonly moves: Moves,
    private readonly audience: Audience,
  ) {}

  /** Sends what is in order through `send` from now on. */
  begin(send: Send): void {
    this.send = send;
  }

  /** How often a missing part could not be read: it is missing still, and nobody was told. */
  get doubtful(): number {
    return this.doubts;
  }

  /** The sockets of a user are in a room, and know it up to a revision: what is newer has to reach them. */
  enter(userId: string, roomId: string, rev: number): void {
    if (!this.audience.hears(topic.user(userId)) || !this.audience.hears(topic.room(roomId))) return;
    const told = this.told.get(roomId);
    if (told === undefined) this.told.set(roomId, rev);
    else if (told < rev) this.arrivals.note(roomId, userId, rev);
  }

  /** Nobody here listens to the room any more. */
  forget(roomId: string): void {
    this.told.delete(roomId);
    this.arrivals.forget(roomId);
  }

  /** Sends a message at once if it continues what was told; it waits for the missing part if it does not. */
  take(message: BusMessage): void {
    this.moves.note(message);
    if (message.to === 'room') this.takeRoom(message);
    else if (message.to === 'user') this.takeUser(message);
    else this.send(message);
  }

  /** Whether the sockets here were told less of a room than this. */
  isBehind(roomId: string, rev: number): boolean {
    return rev > (this.told.get(roomId) ?? -1);
  }

  /** Tells the sockets here what the database has and they were not told, if it is newer than `rev` says. */
  async catchUp(roomId: string, rev: number): Promise<void> {
    const told = this.told.get(roomId);
    if (told === undefined) {
      if (this.audience.hears(topic.room(roomId))) this.told.set(roomId, rev);
    } else if (rev > told && !this.waiting.has(roomId)) await this.bridge(roomId, []);
  }

  private takeUser(message: UserMessage): void {
    if (this.isOvertaken(message)) return;
    this.send(message);
    for (const event of message.events) {
      if (event.type === 'room.added') this.enter(message.userId, event.room.id, event.room.rev);
    }
  }

  /** A leaving that comes late: it took effect as the room was told of it, or the user is back already. */
  private isOvertaken({ userId, events: [event], leftAt }: UserMessage): boolean {
    if (leftAt === undefined || event?.type !== 'room.removed') return false;
    return !this.isNews(event.roomId, { userId, rev: leftAt });
  }

  private isNews(roomId: string, departure: Departure): boolean {
    return departure.rev > (this.told.get(roomId) ?? -1) && !this.arrivals.followed(roomId, departure);
  }

  private takeRoom({ roomId, events }: RoomMessage): void {
    this.takeDurable(roomId, events.filter(isDurable));
    const passing = events.filter((event) => !isDurable(event));
    if (passing.length > 0) this.send({ to: 'room', roomId, events: passing });
  }

  private takeDurable(roomId: string, events: readonly DurableEvent[]): void {
    const waiting = this.waiting.get(roomId);
    if (waiting) return void waiting.push(...events);
    const news = inOrder(events, this.told.get(roomId));
    if (this.hasGap(roomId, news)) void this.bridge(roomId, news);
    else this.tell(roomId, news, departuresIn(news));
  }

  private hasGap(roomId: string, news: readonly DurableEvent[]): boolean {
    const told = this.told.get(roomId);
    return told !== undefined && (news.at(-1)?.rev ?? told) > told + news.length;
  }

  /** @param news newer than what was told, and in order */
  private tell(roomId: string, news: readonly DurableEvent[], departures: readonly Departure[]): void {
    const last = news.at(-1);
    if (!last) return;
    const gone = departures.filter((departure) => this.isNews(roomId, departure));
    if (this.told.has(roomId)) this.told.set(roomId, last.rev);
    for (const part of parted({ to: 'room', roomId, events: news }, gone)) {
      this.moves.note(part);
      this.send(part);
    }
    this.arrivals.settle(roomId, last.rev);
  }

  /** Reads what is missing, and tells it with what has come meanwhile. Where it cannot be read, nothing is told, nor counted as told. */
  private async bridge(roomId: string, ahead: readonly DurableEvent[]): Promise<void> {
    const waiting: DurableEvent[] = [];
    this.waiting.set(roomId, waiting);
    try {
      await this.tellMissing(roomId, ahead);
      while (waiting.length > 0) {
        const news = inOrder(waiting.splice(0), this.told.get(roomId));
        if (this.hasGap(roomId, news)) await this.tellMissing(roomId, news);
        else this.tell(roomId, news, departuresIn(news));
      }
    } catch (error) {
      this.logger.debug(error);
      this.doubts += 1;
    } finally {
      this.waiting.delete(roomId);
    }
  }

  /** @param ahead was said before the database is asked, which therefore knows it: what it does not know was never true */
  private async tellMissing(roomId: string, ahead: readonly DurableEvent[]): Promise<void> {
    const before = this.told.get(roomId);
    if (before === undefined) return;
    // Who leaves between the two readings may be heard to be gone too early, but hears nothing that came after.
    const stored = await this.changes.eventsSince(roomId, before);
    const departures = await this.changes.departuresSince(roomId, before);
    const known = stored.at(-1)?.rev ?? before;
    // Of a revision that both have, the event says more than the row that it left.
    const said = ahead.filter(({ rev }) => rev <= known);
    this.tell(roomId, inOrder([...stored, ...said], this.told.get(roomId)), [...departures, ...departuresIn(said)]);
  }
}

/** Each revision after `told` once, the last that is given of it; what is just that already stays as it is. */
function inOrder(events: readonly DurableEvent[], told = -1): readonly DurableEvent[] {
  if (events.every(({ rev }, index) => rev === told + 1 + index)) return events;
  const byRev = new Map(events.map((event) => [event.rev, event]));
  return [...byRev.values()].filter(({ rev }) => rev > told).sort((a, b) => a.rev - b.rev);
}

const isDurable = (event: Event): event is DurableEvent => 'rev' in event;
