import { Injectable } from '@nestjs/common';
import { SessionsService } from '../auth/sessions.service.js';
import type { BusMessage } from '../events/event-bus.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Audience } from './audience.js';
import { Sequence } from './sequence.js';

type Deliver = (message: BusMessage) => void;

/** Compares what the sockets here were told with what the database knows, and tells them the difference. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly audience: Audience,
    private readonly rooms: RoomsService,
    private readonly sequence: Sequence,
    private readonly sessions: SessionsService,
  ) {}

  /** Who has come into a room or gone, and whose session has ended. */
  async ofMembers(deliver: Deliver): Promise<void> {
    await this.endSessions(deliver);
    await this.moveMembers(deliver);
  }

  /** What has happened in the rooms that are listened to here. */
  async ofRooms(): Promise<void> {
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
