import { Injectable } from '@nestjs/common';
import type { Event } from '#shared';
import { EventBus } from '../events/event-bus.js';
import { peerOf } from '../rooms/direct-key.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { ParleySocket } from './parley-socket.js';

/** Passes on who types, to those who can see it. Nothing of it is stored. */
@Injectable()
export class Typing {
  constructor(
    private readonly rooms: RoomsService,
    private readonly bus: EventBus,
  ) {}

  /**
   * Tells the sockets that view the room, and the peer's in a direct room; never the typist's own.
   * @throws DomainError `not_found` or `forbidden` for a room that the typist is no member of
   */
  async tell(socket: ParleySocket, roomId: string, active: boolean): Promise<object> {
    const { userId } = socket.data.identity;
    const { room } = await this.rooms.requireMember(userId, roomId);
    const events: Event[] = [{ type: 'typing', roomId, userId, active }];
    if (room.directKey) this.bus.publish({ to: 'user', userId: peerOf(room.directKey, userId), events });
    else this.bus.publish({ to: 'viewers', roomId, exceptUserId: userId, events });
    return {};
  }
}
