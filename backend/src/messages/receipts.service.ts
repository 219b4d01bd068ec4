import { Injectable } from '@nestjs/common';
import type { ReadAnswer } from '#shared';
import { invalid } from '../common/domain-error.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EventBus } from '../events/event-bus.js';
import type { MemberEntity } from '../rooms/member.entity.js';
import { RoomsService } from '../rooms/rooms.service.js';

type Cursors = Pick<MemberEntity, 'readSeq' | 'deliveredSeq'>;

/** How far members have received and read a room: cursors that only grow. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly unitOfWork: UnitOfWork,
    private readonly bus: EventBus,
  ) {}

  /**
   * The member has read the room up to `seq`, and so received it. A `seq` that is behind changes nothing.
   * @throws DomainError `validation_failed` beyond the last message; `not_found`, `forbidden` for an outsider
   */
  async read(userId: string, roomId: string, seq: number): Promise<ReadAnswer> {
    const { cursors, lastSeq } = await this.advance(userId, roomId, { readSeq: seq, deliveredSeq: seq });
    return { readSeq: cursors.readSeq, unread: lastSeq - cursors.readSeq };
  }

  /** The member's client has received the room up to `seq`. Errors as for `read`. */
  async deliver(userId: string, roomId: string, seq: number): Promise<{ deliveredSeq: number }> {
    const { cursors } = await this.advance(userId, roomId, { readSeq: 0, deliveredSeq: seq });
    return { deliveredSeq: cursors.deliveredSeq };
  }

  private async advance(
    userId: string,
    roomId: string,
    asked: Cursors,
  ): Promise<{ cursors: Cursors; lastSeq: number }> {
    const { room, member } = await this.rooms.requireMember(userId, roomId);
    if (asked.deliveredSeq > room.lastSeq) throw invalid('seq', 'is beyond the last message of the room');
    const cursors = grows(member, asked) ? await this.store(userId, roomId, asked) : member;
    return { cursors, lastSeq: room.lastSeq };
  }

  /** Read again inside the transaction: another device may have moved the cursors meanwhile. */
  private store(userId: string, roomId: string, asked: Cursors): Promise<Cursors> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      const cursors = await this.rooms.advanceCursors(manager, userId, roomId, asked);
      const events = [{ type: 'receipt.updated' as const, roomId, userId, ...cursors }];
      afterCommit(() => this.bus.publish({ to: 'room', roomId, events }));
      return cursors;
    });
  }
}

const grows = (held: Cursors, asked: Cursors): boolean =>
  asked.readSeq > held.readSeq || asked.deliveredSeq > held.deliveredSeq;
