import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, LessThan, MoreThan, MoreThanOrEqual, Repository, type EntityManager } from 'typeorm';
import { MentionEntity } from '../rooms/log/mention.entity.js';
import { MessageEntity } from '../rooms/log/message.entity.js';

/** Reads of the message log. Positions are `seq`s, which are dense: every page is a range of one index. */
@Injectable()
export class MessagesRepository {
  constructor(@InjectRepository(MessageEntity) private readonly messages: Repository<MessageEntity>) {}

  /** The last `limit` messages below `seq` (of the whole room if it is Infinity), ascending. */
  async before(roomId: string, seq: number, limit: number): Promise<MessageEntity[]> {
    const where = Number.isFinite(seq) ? { roomId, seq: LessThan(seq) } : { roomId };
    const newestFirst = await this.messages.find({ where, order: { seq: 'DESC' }, take: limit });
    return newestFirst.reverse();
  }

  /** The first `limit` messages from `seq` on, ascending. */
  from(roomId: string, seq: number, limit: number): Promise<MessageEntity[]> {
    return this.messages.find({
      where: { roomId, seq: MoreThanOrEqual(seq) },
      order: { seq: 'ASC' },
      take: limit,
    });
  }

  /**
   * The place of the first message of that moment or later, one past the last if there is none. Places are dense and in the
   * order of time, as far as the clocks of the instances agree, so it is found by some twenty looks at one index, whatever the length of the log.
   */
  async placeAt(roomId: string, lastSeq: number, time: string): Promise<number> {
    let [from, to] = [1, lastSeq + 1];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const message = await this.messages.findOne({
        select: { id: true, createdAt: true },
        where: { roomId, seq: middle },
      });
      if (message && message.createdAt < time) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The first `limit` messages that were made or changed after a revision, in the order of their revisions. */
  changedSince(roomId: string, rev: number, limit: number): Promise<MessageEntity[]> {
    return this.messages.find({ where: { roomId, rev: MoreThan(rev) }, order: { rev: 'ASC' }, take: limit });
  }

  /** One message of a room, as the transaction of `manager` sees it. */
  find(manager: EntityManager, roomId: string, id: string): Promise<MessageEntity | null> {
    return manager.findOneBy(MessageEntity, { roomId, id });
  }

  /** Stores what an edit or a deletion changed. */
  async update(manager: EntityManager, { id, ...changed }: MessageEntity): Promise<void> {
    await manager.update(MessageEntity, { id }, changed);
  }

  /** Who a message mentions, in place of those whom it did. */
  async replaceMentions(
    manager: EntityManager,
    roomId: string,
    seq: number,
    before: readonly string[],
    after: readonly string[],
  ): Promise<void> {
    if (before.length > 0) await manager.delete(MentionEntity, { userId: In([...before]), roomId, seq });
    if (after.length > 0)
      await manager.insert(
        MentionEntity,
        after.map((userId) => ({ userId, roomId, seq })),
      );
  }
}
