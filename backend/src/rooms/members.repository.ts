import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Id, Time, type Preferences, type Watermark } from '#shared';
import * as z from 'zod';
import { In, IsNull, MoreThan, Not, Repository, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { namedLike } from '../auth/named-like.js';
import { UserEntity } from '../auth/user.entity.js';
import { rowsToRead, type PageRequest } from '../common/page.js';
import { MentionEntity } from './log/mention.entity.js';
import { MemberEntity } from './member.entity.js';

/** Members are listed in the order in which they joined. */
export const JoinedKey = z.tuple([Time, Id]);
export type JoinedKey = z.infer<typeof JoinedKey>;
export const joinedKey = (member: MemberEntity): JoinedKey => [member.joinedAt, member.userId];

/** A membership with its user, read in one query. */
export interface MemberRow extends MemberEntity {
  readonly user: UserEntity;
}

/** How many members a room has, and how far all of them have received and read it. */
export interface RoomMarks {
  readonly roomId: string;
  readonly memberCount: number;
  readonly watermark: Watermark;
}

@Injectable()
export class MembersRepository {
  constructor(@InjectRepository(MemberEntity) private readonly rows: Repository<MemberEntity>) {}

  /** The present members of a room whose username or display name contains `text`, in the order in which they joined. */
  async present(roomId: string, text: string, page: PageRequest<JoinedKey>): Promise<MemberRow[]> {
    const query = namedLike(this.withUsers(roomId), 'user', text)
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

  /** Who has left after a revision, in the order of their revisions. */
  departedSince(roomId: string, rev: number): Promise<Pick<MemberEntity, 'userId' | 'rev'>[]> {
    return this.rows.find({
      select: { userId: true, rev: true },
      where: { roomId, rev: MoreThan(rev), leftAt: Not(IsNull()) },
      order: { rev: 'ASC' },
    });
  }

  /** Which rooms the users are present members of. */
  membershipsOf(userIds: readonly string[]): Promise<Pick<MemberEntity, 'userId' | 'roomId'>[]> {
    return this.rows
      .createQueryBuilder('member')
      .select('member.userId', 'userId')
      .addSelect('member.roomId', 'roomId')
      .where({ userId: In([...userIds]), leftAt: IsNull() })
      .getRawMany();
  }

  findPresent(manager: EntityManager, roomId: string, userId: string): Promise<MemberEntity | null> {
    return manager.findOneBy(MemberEntity, { roomId, userId, leftAt: IsNull() });
  }

  /** The ids of those present members who have one of the usernames, by username. */
  async presentByUsername(
    manager: EntityManager,
    roomId: string,
    usernames: readonly string[],
  ): Promise<Map<string, string>> {
    if (usernames.length === 0) return new Map();
    const rows = await manager
      .createQueryBuilder(UserEntity, 'user')
      .innerJoin(
        MemberEntity,
        'member',
        'member.userId = user.id AND member.roomId = :roomId AND member.leftAt IS NULL',
      )
      .where({ username: In([...usernames]) })
      .setParameter('roomId', roomId)
      .getMany();
    return new Map(rows.map(({ username, id }) => [username, id]));
  }

  /** Forgets who mentioned a member: one who comes back begins with everything read. */
  async forgetMentions(manager: EntityManager, roomId: string, userId: string): Promise<void> {
    await manager.delete(MentionEntity, { roomId, userId });
  }

  /** The lowest cursors of the present members of each room; a room without any is left out. */
  async marks(roomIds: readonly string[], manager = this.rows.manager): Promise<RoomMarks[]> {
    const rows = await manager
      .createQueryBuilder(MemberEntity, 'member')
      .select('member.roomId', 'roomId')
      .addSelect('COUNT(*)', 'memberCount')
      .addSelect('MIN(member.shownReadSeq)', 'readSeq')
      .addSelect('MIN(member.deliveredSeq)', 'deliveredSeq')
      .where({ roomId: In([...roomIds]), leftAt: IsNull() })
      .groupBy('member.roomId')
      .getRawMany<{ roomId: string; memberCount: number | string; readSeq: number; deliveredSeq: number }>();
    return rows.map(({ roomId, memberCount, readSeq, deliveredSeq }) => ({
      roomId,
      // PostgreSQL counts in numbers that its driver gives as text.
      memberCount: Number(memberCount),
      watermark: { readSeq, deliveredSeq },
    }));
  }

  /** Changes how a present member keeps the room. */
  async keep(manager: EntityManager, roomId: string, userId: string, changed: Partial<Preferences>): Promise<void> {
    await manager.update(MemberEntity, { roomId, userId, leftAt: IsNull() }, changed);
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

  private withUsers(roomId: string): SelectQueryBuilder<MemberEntity> {
    return this.rows
      .createQueryBuilder('member')
      .innerJoinAndMapOne('member.user', UserEntity, 'user', 'user.id = member.userId')
      .where('member.roomId = :roomId', { roomId });
  }
}
