import { Id, Time } from '#shared';
import * as z from 'zod';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { UserEntity } from '../auth/user.entity.js';
import { rowsToRead, type PageRequest } from '../common/page.js';
import { MessageEntity } from './log/message.entity.js';
import { MemberEntity } from './member.entity.js';
import { withAside } from './room-aside.js';
import { RoomEntity } from './room.entity.js';

/** The lists are in the order of the last activity: its time, and the id where two are of one time. */
export const ActivityKey = z.tuple([Time, Id]);
export type ActivityKey = z.infer<typeof ActivityKey>;
export const activityKey = (room: RoomEntity): ActivityKey => [room.lastActivityAt, room.id];

/** Rooms with the user's present membership, where there is one, as `room.me`. */
export const ownMembership = (query: SelectQueryBuilder<RoomEntity>, userId: string): SelectQueryBuilder<RoomEntity> =>
  query.leftJoinAndMapOne(
    'room.me',
    MemberEntity,
    'me',
    'me.roomId = room.id AND me.userId = :userId AND me.leftAt IS NULL',
    { userId },
  );

/** Everything of a `RoomView`; each join finds one row at most, by a key. */
export const views = (manager: EntityManager, userId: string): SelectQueryBuilder<RoomEntity> =>
  withAside(joined(manager, userId), userId);

const joined = (manager: EntityManager, userId: string): SelectQueryBuilder<RoomEntity> =>
  ownMembership(manager.createQueryBuilder(RoomEntity, 'room'), userId)
    .leftJoinAndMapOne(
      'room.lastMessage',
      MessageEntity,
      'message',
      'message.roomId = room.id AND message.seq = room.lastSeq',
    )
    .leftJoinAndMapOne(
      'room.peer',
      UserEntity,
      'peer',
      // What is left of the pair of ids without one's own is the other's.
      `peer.id = REPLACE(REPLACE(room.directKey, :userId, ''), ':', '')`,
    );

/** In the order of the last activity, from where the page begins. */
export function byActivity(
  query: SelectQueryBuilder<RoomEntity>,
  page: PageRequest<ActivityKey>,
): SelectQueryBuilder<RoomEntity> {
  query.orderBy('room.lastActivityAt', 'DESC').addOrderBy('room.id', 'DESC').limit(rowsToRead(page));
  if (page.after === null) return query;
  const [at, id] = page.after;
  return query.andWhere('(room.lastActivityAt < :at OR (room.lastActivityAt = :at AND room.id < :id))', { at, id });
}
