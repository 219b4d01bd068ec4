import { Injectable, Logger } from '@nestjs/common';
import type { Event } from '#shared';
import { EventBus, type BusMessage } from '../../events/event-bus.js';
import { topic } from '../../events/topic.js';
import type { Standing } from '../../rooms/rooms.repository.js';
import { RoomsService } from '../../rooms/rooms.service.js';
import { roomsOf } from '../audience.js';
import { SlowReaders } from './slow-readers.js';
import { SocketWriter } from './socket-writer.js';
import type { ParleySocket } from '../parley-socket.js';

/** So many sockets are told in each period, and of so many rooms at once: a query each, some hundred a second at most. */
const PERIOD_MS = 100;
const SOCKETS_AT_ONCE = 20;
const ROOMS_AT_ONCE = 100;
/** After a failure. */
const RETRY_MS = 1_000;

/**
 * Tells single sockets again what is told without a revision, and so leaves no gap that a client could see: their user's own
 * membership in rooms, and how far all have received and read them. Many are told one after the other.
 */
@Injectable()
export class Reminders {
  private readonly logger = new Logger(Reminders.name);
  /** Of which rooms each socket is to be told; undefined for all of its own. */
  private readonly waiting = new Map<ParleySocket, Set<string> | undefined>();
  /** Whose standing is read at the moment, and whether they were told something of their own meanwhile, which may be newer. */
  private reading: { readonly userId: string; isOvertaken: boolean } | undefined;
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rooms: RoomsService,
    private readonly bus: EventBus,
    private readonly slowReaders: SlowReaders,
    private readonly writer: SocketWriter,
  ) {}

  begin(): void {
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
  }

  stop(): void {
    this.stopListening();
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  /** Tells the socket of these rooms soon, or of all that its user is a member of. */
  add(socket: ParleySocket, roomIds?: ReadonlySet<string>): void {
    const known = this.waiting.get(socket);
    const isOfAll = roomIds === undefined || (this.waiting.has(socket) && known === undefined);
    this.waiting.set(socket, isOfAll ? undefined : new Set([...(known ?? []), ...roomIds]));
    this.schedule(PERIOD_MS);
  }

  private schedule(inMs: number): void {
    this.timer ??= setTimeout(() => void this.tellNext(), inMs).unref();
  }

  private async tellNext(): Promise<void> {
    let pause = PERIOD_MS;
    try {
      for (const socket of this.next()) await this.tell(socket);
    } catch (error) {
      // What was not told waits still.
      this.logger.debug(error);
      pause = RETRY_MS;
    }
    this.timer = undefined;
    if (this.waiting.size > 0) this.schedule(pause);
  }

  /** Who is behind is told later, and who is gone by the heads of the next connection. */
  private next(): ParleySocket[] {
    const sockets = [...this.waiting.keys()];
    for (const socket of sockets) if (!socket.connected) this.waiting.delete(socket);
    return sockets.filter((socket) => socket.connected && !this.slowReaders.isBehind(socket)).slice(0, SOCKETS_AT_ONCE);
  }

  private async tell(socket: ParleySocket): Promise<void> {
    const { userId } = socket.data.identity;
    const all = this.waiting.get(socket) ?? roomsOf(socket);
    const [now, later] = [[...all].slice(0, ROOMS_AT_ONCE), [...all].slice(ROOMS_AT_ONCE)];
    const reading = { userId, isOvertaken: false };
    this.waiting.delete(socket);
    this.reading = reading;
    const standings = await this.rooms.standings(userId, now).catch((error: unknown) => {
      this.add(socket, all);
      throw error;
    });
    if (reading.isOvertaken) this.add(socket, all);
    else {
      if (later.length > 0) this.add(socket, new Set(later));
      const present = standings.filter(({ roomId }) => socket.rooms.has(topic.room(roomId)));
      this.writer.write([socket], present.flatMap(eventsOf));
    }
  }

  private hear(message: BusMessage): void {
    const { reading } = this;
    if (reading && message.to === 'user' && message.userId === reading.userId) reading.isOvertaken = true;
  }
}

const eventsOf = ({ roomId, me, watermark }: Standing): Event[] => [
  { type: 'membership.updated', roomId, me },
  { type: 'watermark.updated', roomId, ...watermark },
];
