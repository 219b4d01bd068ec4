import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import * as z from 'zod';
import { In, IsNull, Repository, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { UserEntity } from '../auth/user.entity.js';
import { rowsToRead, type PageRequest } from '../common/page.js';
import { MemberEntity } from './member.entity.js';

/** Members are listed in the order in which they joined. */
export const JoinedKey = z.tuple([z.string(), z.string()]);
export type JoinedKey = z.infer<typeof JoinedKey>;
export const joinedKey = (member: MemberEntity): JoinedKey => [member.joinedAt, member.userId];

/** A membership with its user, read in one query. */
export interface MemberRow extends MemberEntity {
  readonly user: UserEntity;
}

export type Cursors = Pick<MemberEntity, 'readSeq' | 'deliveredSeq'>;

@Injectable()
export class MembersRepository {
  constructor(@InjectRepository(MemberEntity) private readonly rows: Repository<MemberEntity>) {}

  /** The present members of a room, in the order in which they joined. */
  async present(roomId: string, page: PageRequest<JoinedKey>): Promise<MemberRow[]> {
    const query = this.withUsers(roomId)
      .andWhere('member.leftAt IS NULL')
      .orderBy('member.joinedAt')
      .addOrderBy('member.userId')
      .limit(rowsToRead(page));
    if (page.after !== null) {
      const [at, id] = page.after;
      query.andWhere('(member.joinedAt > :at OR (member.joinedAt = :at AND member.userId > :id))', { at, id });
    }
    return (await query.getMany()) as MemberRow[];
  }

  /** The members, gone ones too, that changed after a revision, in the order of their revisions. */
  async changedSince(roomId: string, rev: number, limit: number): Promise<MemberRow[]> {
    const query = this.withUsers(roomId).andWhere('member.rev > :rev', { rev }).orderBy('member.rev').limit(limit);
    return (await query.getMany()) as MemberRow[];
  }

  /** Which rooms the users are present members of. */
  membershipsOf(userIds: readonly string[]): Promise<Pick<MemberEntity, 'userId' | 'roomId'>[]> {
    return this.rows.find({
      select: { userId: true, roomId: true },
      where: { userId: In([...userIds]), leftAt: IsNull() },
    });
  }

  findPresent(manager: EntityManager, roomId: string, userId: string): Promise<MemberEntity | null> {
    return manager.findOneBy(MemberEntity, { roomId, userId, leftAt: IsNull() });
  }

  /** Who takes over when an owner leaves: the admin who has been there longest, or else the member. */
  successor(manager: EntityManager, roomId: string): Promise<MemberEntity | null> {
    return manager
      .createQueryBuilder(MemberEntity, 'member')
      .where('member.roomId = :roomId AND member.leftAt IS NULL', { roomId })
      .orderBy(`CASE member.role WHEN 'admin' THEN 0 ELSE 1 END`)
      .addOrderBy('member.joinedAt')
      .addOrderBy('member.userId')
      .limit(1)
      .getOne();
  }

  /** Stores a membership; one who was a member before has one row still. */
  async save(manager: EntityManager, member: MemberEntity): Promise<void> {
    await manager.upsert(MemberEntity, member, ['roomId', 'userId']);
  }

  /** Moves a present member's cursors, never back. @returns where they stand now */
  async advanceCursors(manager: EntityManager, roomId: string, userId: string, asked: Cursors): Promise<Cursors> {
    await manager
      .createQueryBuilder()
      .update(MemberEntity)
      .set({
        readSeq: () => furthest('read_seq', 'readSeq'),
        shownReadSeq: () => furthest('shown_read_seq', 'readSeq'),
        deliveredSeq: () => furthest('delivered_seq', 'deliveredSeq'),
      })
      .where({ roomId, userId })
      .setParameters({ readSeq: asked.readSeq, deliveredSeq: Math.max(asked.deliveredSeq, asked.readSeq) })
      .execute();
    const { readSeq, deliveredSeq } = await manager.findOneByOrFail(MemberEntity, { roomId, userId });
    return { readSeq, deliveredSeq };
  }

  private withUsers(roomId: string): SelectQueryBuilder<MemberEntity> {
    return this.rows
      .createQueryBuilder('member')
      .innerJoinAndMapOne('member.user', UserEntity, 'user', 'user.id = member.userId')
      .where('member.roomId = :roomId', { roomId });
  }
}

/** The larger of a column and a parameter, in the words that both databases know; one statement, so devices may race. */
const furthest = (column: string, parameter: string): string =>
  `CASE WHEN ${column} < :${parameter} THEN :${parameter} ELSE ${column} END`;
