import { Injectable } from '@nestjs/common';
import type { Message, Role } from '#shared';
import { notFound } from '../common/domain-error.js';
import { now } from '../common/time.js';
import { UnitOfWork, type Transaction } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import { presentMessage } from '../rooms/log/message.presenter.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { bodyHash } from './first-body.js';
import { mentionsColumn, usernamesIn } from './mentions.js';
import { requireDeleter, requireEditor } from './message.policy.js';
import { MessagesRepository } from './messages.repository.js';

type Change = (message: MessageEntity, role: Role) => MessageEntity;

/** Edits and deletions: a message keeps its `seq` and takes a new `rev`. */
@Injectable()
export class MessageRevisionsService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly repository: MessagesRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /**
   * Gives an own message another body; the same body changes nothing.
   * @throws DomainError `not_found`; `forbidden` for the message of another or a deleted one
   */
  edit(userId: string, roomId: string, messageId: string, body: string): Promise<Message> {
    return this.revise(userId, roomId, messageId, (message) => {
      requireEditor(userId, message);
      return message.body === body ? message : { ...withoutBody(message), body, editedAt: now() };
    });
  }

  /**
   * Leaves a tombstone of a message: no body, its place kept. Deleting it again changes nothing.
   * @throws DomainError `not_found`; `forbidden` for who is neither sender nor moderator
   */
  delete(userId: string, roomId: string, messageId: string): Promise<Message> {
    return this.revise(userId, roomId, messageId, (message, role) => {
      requireDeleter(userId, role, message);
      return message.deletedAt ? message : { ...withoutBody(message), deletedAt: now() };
    });
  }

  /** Who may revise is decided once the room is held: who waits for it may be removed, or lose a role, meanwhile. */
  private revise(userId: string, roomId: string, id: string, change: Change): Promise<Message> {
    return this.unitOfWork.run(async (transaction) => {
      const { member } = await this.rooms.requireHeldMember(transaction.manager, userId, roomId);
      const message = await this.repository.find(transaction.manager, roomId, id);
      if (!message) throw notFound('There is no such message.');
      const revised = change(message, member.role);
      return presentMessage(revised === message ? message : await this.store(transaction, message, revised));
    });
  }

  private async store(
    { manager, afterCommit }: Transaction,
    before: MessageEntity,
    revised: MessageEntity,
  ): Promise<MessageEntity> {
    const { roomId, seq, senderId } = revised;
    const named = await this.rooms.presentByUsername(manager, roomId, usernamesIn(revised.body));
    const mentioned = [...named.values()];
    const rev = await this.rooms.takeRev(manager, roomId);
    const stored = { ...revised, mentions: mentionsColumn(mentioned), rev };
    await this.repository.update(manager, stored);
    const others = mentioned.filter((userId) => userId !== senderId);
    await this.repository.replaceMentions(manager, roomId, seq, presentMessage(before).mentions, others);
    const events = [{ type: 'message.updated' as const, roomId, rev, message: presentMessage(stored) }];
    afterCommit(() => this.bus.publish({ to: 'room', roomId, events }));
    return stored;
  }
}

/** What was first said is remembered by its hash alone, so that a late retry of the send is still recognised. */
const withoutBody = (message: MessageEntity): MessageEntity => ({
  ...message,
  body: '',
  firstBodyHash: message.firstBodyHash ?? bodyHash(message.body),
});
