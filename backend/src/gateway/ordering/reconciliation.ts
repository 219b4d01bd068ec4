import { Injectable } from '@nestjs/common';
import { SessionsService } from '../../auth/sessions.service.js';
import type { BusMessage } from '../../events/event-bus.js';
import { RoomsService } from '../../rooms/rooms.service.js';
import { Audience, roomsOf } from '../audience.js';
import { Moves } from './moves.js';
import { Sequence } from './sequence.js';

/** So many rooms are read at a time: they are soon done, and leave the most of the database's connections to others. */
const AT_ONCE = 4;

type Deliver = (message: BusMessage) => void;

interface RoomRevision {
  readonly roomId: string;
  readonly rev: number;
}

/** A room whose member a user is, and which the user's sockets are not in. */
interface Missing {
  readonly userId: string;
  readonly roomId: string;
}

/** Compares what the sockets here were told with what the database knows, and tells them the difference. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly audience: Audience,
    private readonly moves: Moves,
    private readonly rooms: RoomsService,
    private readonly sequence: Sequence,
    private readonly sessions: SessionsService,
  ) {}

  /** Who has come into a room or gone, and whose session has ended. */
  async ofMembers(deliver: Deliver): Promise<void> {
    await this.endSessions(deliver);
    await this.moveMembers(deliver);
  }

  /** Which of these rooms, all that are listened to here if none are named, have more than the sockets here were told. */
  async roomsBehind(roomIds: readonly string[] = this.audience.ids('room')): Promise<RoomRevision[]> {
    const revisions = await this.rooms.revisions(roomIds);
    return revisions.filter(({ roomId, rev }) => this.sequence.isBehind(roomId, rev));
  }

  /** Tells what has happened in these rooms up to these revisions, unless it was told meanwhile; a few at a time. */
  async catchUp(rooms: readonly RoomRevision[]): Promise<void> {
    const waiting = rooms.values();
    const work = async () => {
      for (const { roomId, rev } of waiting) await this.sequence.catchUp(roomId, rev);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Who is moved while the database is asked is left to the next look. */
  private async moveMembers(deliver: Deliver): Promise<void> {
    const sockets = this.audience.onePerUser();
    const missing = await this.moves.during(
      () => this.rooms.roomIdsOf([...sockets.keys()]),
      (present, hasMoved) =>
        [...sockets]
          .filter(([userId, { connected }]) => connected && !hasMoved(userId))
          .flatMap(([userId, socket]) => compare(userId, roomsOf(socket), present.get(userId) ?? new Set(), deliver)),
    );
    for (const each of missing) await this.bringIn(each, deliver);
  }

  private bringIn({ userId, roomId }: Missing, deliver: Deliver): Promise<void> {
    return this.moves.during(
      () => this.rooms.ofMember(userId, roomId),
      (room, hasMoved) => {
        if (room && !hasMoved(userId)) deliver({ to: 'user', userId, events: [{ type: 'room.added', room }] });
      },
    );
  }

  private async endSessions(deliver: Deliver): Promise<void> {
    const here = this.audience.ids('session');
    const live = await this.sessions.liveAmong(here);
    for (const sessionId of here) {
      if (!live.has(sessionId)) deliver({ to: 'session', sessionId, reason: 'signed_out' });
    }
  }
}

/** Takes a user out of the rooms that are joined without a membership. @returns those that it is the other way round with */
function compare(
  userId: string,
  joined: ReadonlySet<string>,
  present: ReadonlySet<string>,
  deliver: Deliver,
): Missing[] {
  for (const roomId of joined) {
    if (!present.has(roomId)) deliver({ to: 'user', userId, events: [{ type: 'room.removed', roomId }] });
  }
  return [...present].filter((roomId) => !joined.has(roomId)).map((roomId) => ({ userId, roomId }));
}
