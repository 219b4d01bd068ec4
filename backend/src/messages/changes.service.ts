import { Injectable } from '@nestjs/common';
import { LIMITS, type Changes, type DurableEvent, type Message } from '#shared';
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
  since(userId: string, roomId: string, rev: number): Promise<Changes> {
    return this.rooms.readAsMember(userId, roomId, () => this.read(userId, roomId, rev));
  }

  /**
   * Events for readers who hold revision `rev`, made of the rows that are newer. A row tells its last revision alone,
   * and members none, so there may be gaps, over which a reader asks for changes; the last event has the room's own
   * revision, so none is overlooked. Asks for no permission.
   */
  async eventsSince(roomId: string, rev: number): Promise<DurableEvent[]> {
    const { facts, rev: headRev } = await this.rooms.head(roomId);
    const rows = await this.messages.changedSince(roomId, rev, LIMITS.changes);
    const events: DurableEvent[] = rows.map(presentMessage).map(toEvent);
    if ((events.at(-1)?.rev ?? rev) >= headRev) return events;
    return [...events, { type: 'room.updated', roomId, rev: headRev, room: facts }];
  }

  /** Who has left the room after revision `rev`, and not come back. Asks for no permission. */
  departuresSince(roomId: string, rev: number): Promise<{ userId: string; rev: number }[]> {
    return this.rooms.departuresSince(roomId, rev);
  }

  private async read(userId: string, roomId: string, rev: number): Promise<Changes> {
    const room = await this.rooms.get(userId, roomId);
    const enough = LIMITS.changes + 1;
    const messages = await this.messages.changedSince(roomId, rev, enough);
    const members = await this.rooms.membersSince(userId, roomId, rev, enough);
    if (messages.length + members.length > LIMITS.changes) return { room, messages: [], members: [], limited: true };
    return { room, messages: messages.map(presentMessage), members, limited: false };
  }
}

const toEvent = (message: Message): DurableEvent => ({
  type: (message.editedAt ?? message.deletedAt) ? 'message.updated' : 'message.created',
  roomId: message.roomId,
  rev: message.rev,
  message,
});
