import { Injectable } from '@nestjs/common';
import { LIMITS, type HistoryQuery, type Message, type SendMessageRequest } from '#shared';
import { placeOf } from '../common/place.js';
import { presentMessage } from '../rooms/log/message.presenter.js';
import type { RoomEntity } from '../rooms/room.entity.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { Appended } from './draft.js';
import { MessageWriter } from './message-writer.js';
import { MessagesRepository } from './messages.repository.js';

/** The log of a room as its members read and write it, over REST and over the socket alike. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly writer: MessageWriter,
    private readonly repository: MessagesRepository,
  ) {}

  /**
   * Stores a message; resolves once it is durable. A retry with the same `clientId` gets the first message back.
   * @throws DomainError `not_found`, `forbidden` for an outsider; `conflict` for a `clientId` with another body or
   * `replyTo`; `validation_failed` at `replyTo` beyond the last message
   */
  send(senderId: string, roomId: string, { clientId, body, replyTo }: SendMessageRequest): Promise<Appended> {
    return this.writer.append({ roomId, senderId, clientId, body, replyTo: replyTo ?? null });
  }

  /**
   * A page of history, ascending: before or after a `seq` (without it), around it (with it), around the first message of a
   * moment or later, or the newest.
   * @throws DomainError `not_found`, `forbidden` for an outsider
   */
  async history(userId: string, roomId: string, query: HistoryQuery): Promise<Message[]> {
    const limit = Number(query.limit ?? LIMITS.page.default);
    const rows = await this.rooms.readAsMember(userId, roomId, ({ room }) => this.page(room, query, limit));
    return rows.map(presentMessage);
  }

  private async page({ id: roomId, lastSeq }: RoomEntity, query: HistoryQuery, limit: number) {
    const { before, after, around, at } = query;
    if (after !== undefined) return this.repository.from(roomId, placeOf(after) + 1, limit);
    if (around !== undefined) return this.around(roomId, placeOf(around), limit);
    if (at !== undefined) return this.around(roomId, await this.repository.placeAt(roomId, lastSeq, at), limit);
    return this.repository.before(roomId, before === undefined ? Infinity : placeOf(before), limit);
  }

  private async around(roomId: string, seq: number, limit: number) {
    const older = await this.repository.before(roomId, seq, Math.floor(limit / 2));
    const newer = await this.repository.from(roomId, seq, limit - older.length);
    return [...older, ...newer];
  }
}
