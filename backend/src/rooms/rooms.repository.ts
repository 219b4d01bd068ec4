import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Head, Membership, RoomFacts, Watermark } from '#shared';
import { In, Repository, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { PageRequest } from '../common/page.js';
import { searchPattern } from '../common/search-pattern.js';
import { MemberEntity } from './member.entity.js';
import { placesIn, withAside, type Aside, type WithAside } from './room-aside.js';
import { byActivity, ownMembership, views, type ActivityKey } from './room-queries.js';
import { RoomEntity } from './room.entity.js';
import type { Access } from './room.policy.js';
import { presentMembership, presentPreferences, type RoomView } from './room.presenter.js';
import { Watermarks, isLarge } from './watermarks.js';

/** A user's membership in a room, and how far all its members have received and read it. */
export interface Standing {
  readonly roomId: string;
  readonly me: Membership;
  readonly watermark: Watermark;
}

/**
 * Rooms, and how a user sees them: each list is one query, however many rooms it has, and one more for how far all members
 * have come in those that are large.
 */
@Injectable()
export class RoomsRepository {
  constructor(
    @InjectRepository(RoomEntity) private readonly rows: Repository<RoomEntity>,
    private readonly watermarks: Watermarks,
  ) {}

  /** A room with the user's present membership, or null if there is no such room. */
  async access(userId: string, roomId: string, manager = this.rows.manager): Promise<Access | null> {
    const room = await ownMembership(manager.createQueryBuilder(RoomEntity, 'room'), userId)
      .where('room.id = :roomId', { roomId })
      .getOne();
    return room && { room, member: (room as RoomView).me ?? null };
  }

  /**
   * The same as it stays until the transaction ends. The room is held first, by a write that changes nothing: on SQLite it
   * takes the lock of the database, on PostgreSQL that of the row.
   */
  async heldAccess(manager: EntityManager, userId: string, roomId: string): Promise<Access | null> {
    await manager.increment(RoomEntity, { id: roomId }, 'rev', 0);
    return this.access(userId, roomId, manager);
  }

  /** A room as the user sees it, or null if there is none. */
  async view(userId: string, roomId: string): Promise<RoomView | null> {
    const [view] = await this.readAside<RoomView>(
      views(this.rows.manager, userId).where('room.id = :roomId', { roomId }),
    );
    return view ?? null;
  }

  /** The same of a room that is known to be there, as the transaction has left it so far. */
  async viewInTransaction(manager: EntityManager, userId: string, roomId: string): Promise<RoomView> {
    const [view] = await this.readAside<RoomView>(views(manager, userId).where('room.id = :roomId', { roomId }));
    if (!view) throw new Error('a room that is known to be there is not');
    return view;
  }

  /** The rooms that the user is a member of, last activity first. */
  async mine(userId: string, page: PageRequest<ActivityKey>): Promise<RoomView[]> {
    const query = views(this.rows.manager, userId).where('me.userId IS NOT NULL');
    return this.readAside(byActivity(query, page));
  }

  /** The public rooms whose name or topic contains `text`, last activity first. */
  async directory(userId: string, text: string, page: PageRequest<ActivityKey>): Promise<RoomView[]> {
    const query = views(this.rows.manager, userId).where(`room.kind = 'public'`);
    if (text !== '') {
      query.andWhere(
        `(LOWER(room.name) LIKE LOWER(:pattern) ESCAPE '\\' OR LOWER(room.topic) LIKE LOWER(:pattern) ESCAPE '\\')`,
        { pattern: searchPattern(text) },
      );
    }
    return this.readAside(byActivity(query, page));
  }

  /** Where each of the user's rooms stands, and the user's own cursors in it. */
  async heads(userId: string): Promise<Head[]> {
    const rooms = await this.readAside<OwnRoom>(this.own(userId));
    return rooms.map(presentHead);
  }

  /** The user's membership in those of the rooms that they are a member of, and how far all have received and read them. */
  async standings(userId: string, roomIds: readonly string[]): Promise<Standing[]> {
    const rooms = await this.readAside<OwnRoom>(this.own(userId).where({ id: In([...roomIds]) }));
    return rooms.map(({ id, lastSeq, me, mentions, watermark }) => ({
      roomId: id,
      me: presentMembership(me, lastSeq, mentions),
      watermark,
    }));
  }

  find(roomId: string): Promise<RoomEntity | null> {
    return this.rows.findOneBy({ id: roomId });
  }

  /** The revisions of rooms, by id. */
  revisions(roomIds: readonly string[]): Promise<{ roomId: string; rev: number }[]> {
    return this.rows
      .createQueryBuilder('room')
      .select('room.id', 'roomId')
      .addSelect('room.rev', 'rev')
      .where({ id: In([...roomIds]) })
      .getRawMany();
  }

  /** Stores a direct room unless the two have one, by whichever instance. @returns the room that they have now */
  async claimDirect(manager: EntityManager, room: RoomEntity, directKey: string): Promise<RoomEntity> {
    await manager.createQueryBuilder().insert().into(RoomEntity).values(room).orIgnore().execute();
    return manager.findOneByOrFail(RoomEntity, { directKey });
  }

  async insert(manager: EntityManager, room: RoomEntity): Promise<void> {
    await manager.insert(RoomEntity, room);
  }

  /** Changes what a room is called, and what it is about. */
  async describe(
    manager: EntityManager,
    id: string,
    { name, topic }: Pick<RoomFacts, 'name' | 'topic'>,
  ): Promise<void> {
    await manager.update(RoomEntity, { id }, { name, topic });
  }

  /** Takes the next revision of a room for one durable change. */
  async takeRev(manager: EntityManager, roomId: string): Promise<number> {
    await manager.increment(RoomEntity, { id: roomId }, 'rev', 1);
    return (await manager.findOneByOrFail(RoomEntity, { id: roomId })).rev;
  }

  /** Counts members who came (1) or went (-1). */
  async countMembers(manager: EntityManager, roomId: string, difference: 1 | -1): Promise<void> {
    await manager.increment(RoomEntity, { id: roomId }, 'memberCount', difference);
  }

  /** A room that is known to be there, as the transaction has left it so far. */
  inTransaction(manager: EntityManager, roomId: string): Promise<RoomEntity> {
    return manager.findOneByOrFail(RoomEntity, { id: roomId });
  }

  /** The rooms that the user is a member of, with that membership. */
  private own(userId: string): SelectQueryBuilder<RoomEntity> {
    const present = 'me.roomId = room.id AND me.userId = :userId AND me.leftAt IS NULL';
    const query = this.rows.createQueryBuilder('room');
    return withAside(query.innerJoinAndMapOne('room.me', MemberEntity, 'me', present, { userId }), userId);
  }

  /** Each join finds one row at most, so the rows and the entities run side by side. */
  private async readAside<T>(query: SelectQueryBuilder<RoomEntity>): Promise<(T & WithAside)[]> {
    const { entities, raw } = await query.getRawAndEntities<Aside>();
    const large = await this.watermarks.of(entities.filter(isLarge).map(({ id }) => id));
    return entities.map((room, index) => {
      const aside = raw[index] as Aside;
      const watermark = large.get(room.id) ?? {
        readSeq: aside.aside_read ?? 0,
        deliveredSeq: aside.aside_delivered ?? 0,
      };
      return {
        ...(room as T),
        mentions: placesIn(aside.aside_mentions),
        // Who shows nobody how far one has read sees it of nobody.
        watermark: aside.aside_shares ? watermark : { ...watermark, readSeq: 0 },
      };
    });
  }
}

type OwnRoom = RoomEntity & { me: MemberEntity } & WithAside;

const presentHead = ({ me, ...room }: OwnRoom): Head => ({
  roomId: room.id,
  rev: room.rev,
  lastSeq: room.lastSeq,
  readSeq: me.readSeq,
  deliveredSeq: me.deliveredSeq,
  mentions: [...room.mentions],
  watermark: room.watermark,
  ...presentPreferences(me),
});
