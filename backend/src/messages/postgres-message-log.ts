import type { Role } from '#shared';
import type { EntityManager } from 'typeorm';
import { now } from '../common/time.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft, Outcome } from './draft.js';
import { draftKey, judge, type BatchFacts, type Judgement, type RoomHead } from './judge.js';
import { MessageLog } from './message-log.js';

/**
 * The log in PostgreSQL: one transaction a batch, a handful of statements whatever its size. The rows of its rooms are
 * locked first and in the order of their ids, so instances take turns per room and never wait for each other in a ring.
 */
export class PostgresMessageLog extends MessageLog {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  append(take: () => readonly Draft[], tell: (outcomes: readonly Outcome[]) => Promise<void>): Promise<Outcome[]> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      const drafts = take();
      const at = now();
      const judgement = judge(drafts, await readFacts(manager, drafts), at);
      if (judgement.rows.length > 0) await write(manager, judgement, at);
      afterCommit(() => tell(judgement.outcomes));
      return judgement.outcomes;
    });
  }
}

async function readFacts(manager: EntityManager, drafts: readonly Draft[]): Promise<BatchFacts> {
  const roomIds = [...new Set(drafts.map(({ roomId }) => roomId))];
  // Only what is read after the lock is sure to be the last word of the other instances.
  const heads = await manager.query<(RoomHead & { id: string })[]>(LOCK_HEADS, [roomIds]);
  const [rooms, senders, clientIds] = columns(drafts, ['roomId', 'senderId', 'clientId']);
  const roles = await manager.query<{ key: string; role: Role }[]>(READ_ROLES, [rooms, senders]);
  const firsts = await manager.query<MessageEntity[]>(READ_FIRSTS, [rooms, senders, clientIds]);

  const headOf = new Map(heads.map(({ id, ...head }) => [id, head]));
  const roleOf = new Map(roles.map(({ key, role }) => [key, role]));
  const firstOf = new Map(firsts.map((message) => [draftKey(message), message]));
  return {
    head: (roomId) => headOf.get(roomId),
    role: (roomId, userId) => roleOf.get(`${roomId}:${userId}`) ?? null,
    first: (draft) => firstOf.get(draftKey(draft)),
  };
}

async function write(manager: EntityManager, { rows, heads, cursors }: Judgement, at: string): Promise<void> {
  const messages = columns(rows, ['id', 'roomId', 'seq', 'rev', 'senderId', 'clientId', 'kind', 'body', 'createdAt']);
  const moved = [...heads].map(([id, { lastSeq, rev }]) => ({ id, lastSeq, rev }));
  await manager.query(WRITE, [
    ...messages,
    ...columns(moved, ['id', 'lastSeq', 'rev']),
    ...columns([...cursors.values()], ['roomId', 'userId', 'seq']),
    at,
  ]);
}

/** The same rows by columns, as `unnest` takes them. */
const columns = <Row>(rows: readonly Row[], names: readonly (keyof Row)[]): Row[keyof Row][][] =>
  names.map((name) => rows.map((row) => row[name]));

const LOCK_HEADS = `
  SELECT id, kind, last_seq AS "lastSeq", rev FROM rooms WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`;

const READ_ROLES = `
  SELECT DISTINCT room_id || ':' || user_id AS key, role
    FROM members JOIN unnest($1::text[], $2::text[]) AS asked (room_id, user_id) USING (room_id, user_id)
   WHERE left_at IS NULL`;

const READ_FIRSTS = `
  SELECT DISTINCT id, room_id AS "roomId", seq, rev, sender_id AS "senderId", client_id AS "clientId", kind, body,
         reply_to AS "replyTo", mentions, first_body_hash AS "firstBodyHash", created_at AS "createdAt", edited_at AS "editedAt", deleted_at AS "deletedAt"
    FROM messages JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked (room_id, sender_id, client_id)
   USING (room_id, sender_id, client_id)`;

const WRITE = `
  WITH inserted AS (
    INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, created_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
  ), moved AS (
    UPDATE rooms SET last_seq = head.last_seq, rev = head.rev, last_activity_at = $16
      FROM unnest($10::text[], $11::int[], $12::int[]) AS head (id, last_seq, rev) WHERE rooms.id = head.id
  )
  UPDATE members SET read_seq = own.seq, shown_read_seq = own.seq, delivered_seq = own.seq
    FROM unnest($13::text[], $14::text[], $15::int[]) AS own (room_id, user_id, seq)
   WHERE members.room_id = own.room_id AND members.user_id = own.user_id`;
