import { Injectable } from '@nestjs/common';
import { topic } from '../events/topic.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { ParleySocket } from './parley-socket.js';

/** Which room each socket has on the screen. */
@Injectable()
export class Views {
  constructor(private readonly rooms: RoomsService) {}

  /**
   * The socket shows this room from now on, or none.
   * @throws DomainError `not_found` or `forbidden` for a room that its user is no member of
   */
  async show(socket: ParleySocket, roomId: string | null): Promise<object> {
    if (roomId) await this.rooms.requireMember(socket.data.identity.userId, roomId);
    if (socket.data.viewedRoomId) await socket.leave(topic.viewers(socket.data.viewedRoomId));
    if (roomId) await socket.join(topic.viewers(roomId));
    socket.data.viewedRoomId = roomId;
    return {};
  }
}
