import { Injectable } from '@nestjs/common';
import type { ViewPayload } from '#shared';
import { topic } from '../events/topic.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { place, viewedRoomOf } from './audience.js';
import type { ParleySocket } from './parley-socket.js';
import { Greeting } from './presence/greeting.js';

const SIGHT = place.sight('');

/** What each socket has on the screen: a room and rows of a list. While its page is hidden nothing of them is in sight. */
@Injectable()
export class Views {
  constructor(
    private readonly rooms: RoomsService,
    private readonly greeting: Greeting,
  ) {}

  /**
   * The socket shows this room from now on, or none, and these rows; what is left out stays as it was. Rows of rooms that it is
   * not in are passed over: a list may be a moment older than a membership.
   * @throws DomainError `not_found` or `forbidden` for a room that its user is no member of
   */
  async show(socket: ParleySocket, { roomId, inSight, visible }: ViewPayload): Promise<object> {
    if (roomId !== null && !socket.rooms.has(topic.room(roomId))) {
      await this.rooms.requireMember(socket.data.identity.userId, roomId);
    }
    if (visible !== undefined) socket.data.isHidden = !visible;
    if (inSight) socket.data.inSight = inSight.filter((row) => socket.rooms.has(topic.room(row)));
    this.view(socket, roomId);
    this.see(socket);
    return {};
  }

  private view(socket: ParleySocket, roomId: string | null): void {
    const former = viewedRoomOf(socket);
    socket.data.viewedRoomId = roomId;
    if (former === roomId) return;
    if (former !== null) void socket.leave(place.viewers(former));
    if (roomId === null) return;
    void socket.join(place.viewers(roomId));
    this.greeting.showRoom(socket);
  }

  /** What goes on in the viewed room is seen, too. */
  private see(socket: ParleySocket): void {
    const { viewedRoomId, inSight, isHidden } = socket.data;
    const shown = isHidden ? [] : [...(inSight ?? []), ...(viewedRoomId === null ? [] : [viewedRoomId])];
    const seen = new Set(shown.map(place.sight));
    for (const name of [...socket.rooms]) if (name.startsWith(SIGHT) && !seen.has(name)) void socket.leave(name);
    void socket.join([...seen]);
  }
}
