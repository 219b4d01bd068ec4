import { Injectable } from '@nestjs/common';
import { LIMITS, type Changes } from '#shared';
import { presentMessage } from '../rooms/log/message.presenter.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { MessagesRepository } from './messages.repository.js';

/** Catching up: what a reader that holds one revision of a room has missed. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly messages: MessagesRepository,
  ) {}

  /**
   * All that is newer than `rev`. The room is read first: what becomes durable meanwhile may be among the
   * messages already, and its event does no harm when it comes again.
   * @throws DomainError `not_found`, `forbidden` for who is no member, or no longer
   */
  async since(userId: string, roomId: string, rev: number): Promise<Changes> {
    await this.rooms.requireMember(userId, roomId);
    const room = await this.rooms.get(userId, roomId);
    const enough = LIMITS.changes + 1;
    const messages = await this.messages.changedSince(roomId, rev, enough);
    const members = await this.rooms.membersSince(roomId, rev, enough);
    if (messages.length + members.length > LIMITS.changes) return { room, messages: [], members: [], limited: true };
    return { room, messages: messages.map(presentMessage), members, limited: false };
  }
}
