import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { SessionsService } from '../auth/sessions.service.js';
import { EventBus, type BusMessage } from '../events/event-bus.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Audience } from './audience.js';
import { Sequence } from './sequence.js';

/** How soon an outage is noticed here, and how often the database is asked while it lasts. */
const DEGRADED_MS = 500;
const HEALTHY_MS = 10_000;
/** Instances notice an outage and its end at different moments: for this long after it the database is asked still. */
const CAUTION_MS = 5_000;

type Deliver = (message: BusMessage) => void;

/**
 * The database's tail: what other instances wrote and the bus did not bring. Redis is a hint, so every followed room is
 * compared with its row now and then, and twice a second while the bus is degraded. What it finds goes to local sockets as
 * events; a client to which they leave a gap asks for changes, as after any gap.
 */
@Injectable()
export class Tail {
  private readonly logger = new Logger(Tail.name);
  private readonly stopping = new AbortController();
  private cautiousUntil = 0;
  private lookedAt = 0;

  constructor(
    private readonly bus: EventBus,
    private readonly audience: Audience,
    private readonly rooms: RoomsService,
    private readonly sequence: Sequence,
    private readonly sessions: SessionsService,
  ) {}

  /** Looks again and again until `stop`, unless there are no other instances. */
  async follow(deliver: Deliver): Promise<void> {
    if (this.bus.health === 'alone') return;
    const { signal } = this.stopping;
    const pause = () => delay(DEGRADED_MS, true, { ref: false, signal });
    while (await pause().catch(() => false)) if (this.isDue()) await this.look(deliver);
  }

  stop(): void {
    this.stopping.abort();
  }

  private isDue(): boolean {
    return this.isCautious() || Date.now() - this.lookedAt >= HEALTHY_MS;
  }

  private async look(deliver: Deliver): Promise<void> {
    this.lookedAt = Date.now();
    try {
      if (this.isCautious()) {
        await this.endSessions(deliver);
        await this.moveMembers(deliver);
      }
      await this.tellRooms();
    } catch (error) {
      this.logger.debug(error);
    }
  }

  private isCautious(): boolean {
    if (this.bus.health === 'degraded') this.cautiousUntil = Date.now() + CAUTION_MS;
    return Date.now() < this.cautiousUntil;
  }

  private async tellRooms(): Promise<void> {
    for (const { roomId, rev } of await this.rooms.revisions(this.audience.ids('room'))) {
      await this.sequence.catchUp(roomId, rev);
    }
  }

  private async moveMembers(deliver: Deliver): Promise<void> {
    for (const [userId, roomIds] of await this.rooms.roomIdsOf(this.audience.ids('user'))) {
      const joined = this.audience.roomsOf(userId);
      for (const roomId of joined) {
        if (!roomIds.has(roomId)) deliver({ to: 'user', userId, events: [{ type: 'room.removed', roomId }] });
      }
      for (const roomId of roomIds) {
        if (joined.has(roomId)) continue;
        const room = await this.rooms.get(userId, roomId);
        deliver({ to: 'user', userId, events: [{ type: 'room.added', room }] });
      }
    }
  }

  private async endSessions(deliver: Deliver): Promise<void> {
    const here = this.audience.ids('session');
    const live = await this.sessions.liveAmong(here);
    for (const sessionId of here) {
      if (!live.has(sessionId)) deliver({ to: 'session', sessionId, reason: 'signed_out' });
    }
  }
}
