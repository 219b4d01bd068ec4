import { Injectable } from '@nestjs/common';
import type { Event } from '#shared';
import { EventBus } from '../events/event-bus.js';
import { peerOf } from '../rooms/direct-key.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { ParleySocket } from './parley-socket.js';

/** A sign that is repeated sooner says nothing new. */
const REPEAT_MS = 1_000;

/** Passes on who types, to those who can see it. Nothing of it is stored. */
@Injectable()
export class Typing {
  /** When each sign, of a user about a room, was passed on. */
  private readonly signs = new Map<string, number>();

  constructor(
    private readonly rooms: RoomsService,
    private readonly bus: EventBus,
  ) {}

  /**
   * Tells the sockets that see the room, and the peer's in a direct room; never the typist's own.
   * The same sign within a second is granted, and not passed on.
   * @throws DomainError `not_found` or `forbidden` for a room that the typist is no member of
   */
  async tell(socket: ParleySocket, roomId: string, active: boolean): Promise<object> {
    const { userId } = socket.data.identity;
    const sign = `${userId}:${roomId}:${String(active)}`;
    if (this.isRecent(sign)) return {};
    const { room } = await this.rooms.requireMember(userId, roomId);
    // Several that came together have all passed the first look.
    if (this.isRecent(sign)) return {};
    this.remember(sign);
    const events: Event[] = [{ type: 'typing', roomId, userId, active }];
    if (room.directKey) this.bus.publish({ to: 'user', userId: peerOf(room.directKey, userId), events });
    else this.bus.publish({ to: 'sight', roomId, exceptUserId: userId, events });
    return {};
  }

  private isRecent(sign: string): boolean {
    return performance.now() - (this.signs.get(sign) ?? -REPEAT_MS) < REPEAT_MS;
  }

  /** The latest sign comes last, so those that are not recent any more are the first ones. */
  private remember(sign: string): void {
    this.signs.delete(sign);
    this.signs.set(sign, performance.now());
    for (const oldest of this.signs.keys()) {
      if (this.isRecent(oldest)) break;
      this.signs.delete(oldest);
    }
  }
}
