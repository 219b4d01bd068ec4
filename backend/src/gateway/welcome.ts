import { Injectable, Logger } from '@nestjs/common';
import { PROTOCOL_VERSION, type Head } from '#shared';
import { SessionsService } from '../auth/sessions.service.js';
import { UnexpectedError } from '../common/domain-error.js';
import { toDomainError } from '../common/known-error.js';
import { now } from '../common/time.js';
import { EventBus } from '../events/event-bus.js';
import { topic } from '../events/topic.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Greeting } from './presence/greeting.js';
import { roomsOf } from './audience.js';
import { dismiss } from './delivery/backlog.js';
import { Moves } from './ordering/moves.js';
import { Sequence } from './ordering/sequence.js';
import type { ParleySocket } from './parley-socket.js';

/** The client comes back by itself, after a wait of its own. */
export const TRY_AGAIN_LATER = 1013;

/** Brings a new socket to the point from which it misses nothing, and says so with `ready`. */
@Injectable()
export class Welcome {
  private readonly logger = new Logger(Welcome.name);
  private isFailing = false;

  constructor(
    private readonly rooms: RoomsService,
    private readonly sessions: SessionsService,
    private readonly bus: EventBus,
    private readonly moves: Moves,
    private readonly sequence: Sequence,
    private readonly greeting: Greeting,
  ) {}

  /** Joins the socket to its user and rooms, then tells it where they stand; closes it where that cannot be. Never rejects. */
  async admit(socket: ParleySocket): Promise<void> {
    try {
      await this.bringIn(socket);
      this.isFailing = false;
    } catch (error) {
      this.note(error);
      // Socket.IO's own close would tell the client not to come back.
      if (socket.connected) dismiss(socket, TRY_AGAIN_LATER, 'the server cannot serve at the moment');
    }
  }

  private async bringIn(socket: ParleySocket): Promise<void> {
    const { userId, sessionId } = socket.data.identity;
    await socket.join([topic.everyone, topic.user(userId), topic.session(sessionId)]);
    const before = await this.rooms.heads(userId);
    await socket.join(before.map(({ roomId }) => topic.room(roomId)));
    await this.bus.settled();
    // A session that ended while the socket came in has told its end to nobody.
    if (!(await this.sessions.isLive(sessionId))) {
      socket.emit('session:ended', { reason: 'signed_out' });
      socket.disconnect(true);
      return;
    }
    while (socket.connected && !(await this.isReady(socket)));
    this.greeting.welcome(socket);
  }

  /**
   * The heads are read again once the rooms are joined and other instances are heard: what became durable before the
   * second reading is in them, what comes after reaches the socket. Where the user came into a room or went meanwhile nobody
   * knows which of both they tell, and they are read once more.
   */
  private isReady(socket: ParleySocket): Promise<boolean> {
    const { userId } = socket.data.identity;
    return this.moves.during(
      () => this.rooms.heads(userId),
      (heads, hasMoved) => {
        if (hasMoved(userId)) return false;
        this.receive(socket, heads);
        return true;
      },
    );
  }

  /** An outage fails everybody who comes while it lasts, and is said once. */
  private note(error: unknown): void {
    if (toDomainError(error) instanceof UnexpectedError) this.logger.error(error);
    else if (!this.isFailing)
      this.logger.warn('The database does not answer: sockets are closed, and come back by themselves.');
    this.isFailing = true;
  }

  /** In one go, so that nothing comes between the rooms that the socket is in and those that it is told of. */
  private receive(socket: ParleySocket, heads: Head[]): void {
    const { userId } = socket.data.identity;
    const present = new Set(heads.map(({ roomId }) => roomId));
    for (const roomId of roomsOf(socket)) if (!present.has(roomId)) void socket.leave(topic.room(roomId));
    void socket.join([...present].map(topic.room));
    for (const { roomId, rev } of heads) this.sequence.enter(userId, roomId, rev);
    socket.data.isReady = true;
    socket.emit('ready', { protocol: PROTOCOL_VERSION, userId, serverTime: now(), heads });
  }
}
