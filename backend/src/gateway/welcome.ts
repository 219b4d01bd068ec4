import { Injectable } from '@nestjs/common';
import { PROTOCOL_VERSION, type Head } from '#shared';
import { SessionsService } from '../auth/sessions.service.js';
import { now } from '../common/time.js';
import { EventBus } from '../events/event-bus.js';
import { topic } from '../events/topic.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Greeting } from './presence/greeting.js';
import { Sequence } from './sequence.js';
import type { ParleySocket } from './parley-socket.js';

/** Brings a new socket to the point from which it misses nothing, and says so with `ready`. */
@Injectable()
export class Welcome {
  constructor(
    private readonly rooms: RoomsService,
    private readonly sessions: SessionsService,
    private readonly bus: EventBus,
    private readonly sequence: Sequence,
    private readonly greeting: Greeting,
  ) {}

  /** Joins the socket to its user and rooms, then tells it where they stand. */
  async admit(socket: ParleySocket): Promise<void> {
    const { userId, sessionId } = socket.data.identity;
    await socket.join([topic.everyone, topic.user(userId), topic.session(sessionId)]);
    const heads = await this.joinRooms(socket);
    // A session that ended while the socket came in has told its end to nobody.
    if (!(await this.sessions.isLive(sessionId))) {
      socket.emit('session:ended', { reason: 'signed_out' });
      socket.disconnect(true);
      return;
    }
    socket.emit('ready', { protocol: PROTOCOL_VERSION, userId, serverTime: now(), heads });
    this.greeting.welcome(socket);
  }

  /**
   * The heads are read again once the rooms are joined and other instances are heard: what became durable before the
   * second reading is in them, what comes after reaches the socket. A room that was lost in between is left.
   */
  private async joinRooms(socket: ParleySocket): Promise<Head[]> {
    const { userId } = socket.data.identity;
    const before = await this.rooms.heads(userId);
    await socket.join(before.map(({ roomId }) => topic.room(roomId)));
    await this.bus.settled();
    const heads = await this.rooms.heads(userId);
    for (const { roomId, rev } of heads) this.sequence.startAt(roomId, rev);
    const present = new Set(heads.map(({ roomId }) => roomId));
    for (const { roomId } of before) if (!present.has(roomId)) await socket.leave(topic.room(roomId));
    await socket.join([...present].map(topic.room));
    return heads;
  }
}
