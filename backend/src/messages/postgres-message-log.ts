import type { EntityManager } from 'typeorm';
import { columns } from '../common/columns.js';
import { now } from '../common/time.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft, Outcome } from './draft.js';
import { draftKey, judge, type BatchFacts, type Judgement, type RoomHead, type SenderFacts } from './judge.js';
import { usernamesIn } from './mentions.js';
import { MessageLog, type Durable } from './message-log.js';

/**
 * The log in PostgreSQL: one transaction a batch, a handful of statements whatever its size. The rows of its rooms are
 * locked first and in the order of their ids, so instances take turns per room and never wait for each other in a ring.
 */
export class PostgresMessageLog extends MessageLog {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  append(take: () => readonly Draft[], tell: (durable: Durable) => Promise<void>): Promise<readonly Outcome[]> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      const drafts = take();
      const at = now();
      const judgement = judge(drafts, await readFacts(manager, drafts), at);
      if (judgement.rows.length > 0) await write(manager, judgement, at);
      const { outcomes, cursors } = judgement;
      afterCommit(() => tell({ outcomes, cursors: [...cursors.values()] }));
      return outcomes;
    });
  }
}

async function readFacts(manager: EntityManager, drafts: readonly Draft[]): Promise<BatchFacts> {
  const roomIds = [...new Set(drafts.map(({ roomId }) => roomId))];
  // Only what is read after the lock is sure to be the last word of the other instances.
  const heads = await manager.query<(RoomHead & { id: string })[]>(LOCK_HEADS, [roomIds]);
  const [rooms, senderIds, clientIds] = columns(drafts, ['roomId', 'senderId', 'clientId']);
  const senders = await manager.query<(SenderFacts & { key: string })[]>(READ_SENDERS, [rooms, senderIds]);
  const firsts = await manager.query<MessageEntity[]>(READ_FIRSTS, [rooms, senderIds, clientIds]);
  const mentioned = await readMentioned(manager, drafts);

  const headOf = new Map(heads.map(({ id, ...head }) => [id, head]));
  const senderOf = new Map(senders.map(({ key, ...sender }) => [key, sender]));
  const firstOf = new Map(firsts.map((message) => [draftKey(message), message]));
  return {
    head: (roomId) => headOf.get(roomId),
    sender: (roomId, userId) => senderOf.get(`${roomId}:${userId}`),
    first: (draft) => firstOf.get(draftKey(draft)),
    mentioned: (roomId, username) => mentioned.get(`${roomId}:${username}`),
  };
}

async function readMentioned(manager: EntityManager, drafts: readonly Draft[]): Promise<Map<string, string>> {
  const named = drafts.flatMap(({ roomId, body }) => usernamesIn(body).map((username) => ({ roomId, username })));
  if (named.length === 0) return new Map();
  const asked = columns(named, ['roomId', 'username']);
  const found = await manager.query<{ key: string; id: string }[]>(READ_MENTIONED, asked);
  return new Map(found.map(({ key, id }) => [key, id]));
}

async function write(manager: EntityManager, { rows, mentions, heads, cursors }: Judgement, at: string): Promise<void> {
  const moved = [...heads].map(([id, { lastSeq, rev }]) => ({ id, lastSeq, rev }));
  await manager.query(WRITE, [...columns(rows, COLUMNS), ...columns(moved, ['id', 'lastSeq', 'rev']), at]);
  await manager.query(MOVE_CURSORS, columns([...cursors.values()], ['roomId', 'userId', 'seq']));
  if (mentions.length > 0) await manager.query(MENTION, columns(mentions, ['userId', 'roomId', 'seq']));
}

const COLUMNS = [
  'id',
  'roomId',
  'seq',
  'rev',
  'senderId',
  'clientId',
  'kind',
  'body',
  'replyTo',
  'mentions',
  'createdAt',
] as const;

const LOCK_HEADS = `
  SELECT id, kind, member_count AS "memberCount", last_seq AS "lastSeq", rev FROM rooms
   WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`;

const READ_SENDERS = `
  SELECT DISTINCT room_id || ':' || user_id AS key, role, shown_read_seq AS "shownReadSeq"
    FROM members JOIN unnest($1::text[], $2::text[]) AS asked (room_id, user_id) USING (room_id, user_id)
   WHERE left_at IS NULL`;

const READ_FIRSTS = `
  SELECT DISTINCT id, room_id AS "roomId", seq, rev, sender_id AS "senderId", client_id AS "clientId", kind, body,
         reply_to AS "replyTo", mentions, first_body_hash AS "firstBodyHash",
         created_at AS "createdAt", edited_at AS "editedAt", deleted_at AS "deletedAt"
    FROM messages JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked (room_id, sender_id, client_id)
   USING (room_id, sender_id, client_id)`;

const READ_MENTIONED = `
  SELECT DISTINCT room_id || ':' || username AS key, users.id
    FROM unnest($1::text[], $2::text[]) AS asked (room_id, username)
    JOIN users USING (username) JOIN members USING (room_id)
   WHERE members.user_id = users.id AND left_at IS NULL`;

const WRITE = `
  WITH inserted AS (
    INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, reply_to, mentions, created_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                         $9::int[], $10::text[], $11::text[])
  )
  UPDATE rooms SET last_seq = head.last_seq, rev = head.rev, last_activity_at = $15
    FROM unnest($12::text[], $13::int[], $14::int[]) AS head (id, last_seq, rev) WHERE rooms.id = head.id`;

const MOVE_CURSORS = `
  UPDATE members SET read_seq = own.seq, shown_read_seq = own.seq, delivered_seq = own.seq
    FROM unnest($1::text[], $2::text[], $3::int[]) AS own (room_id, user_id, seq)
   WHERE members.room_id = own.room_id AND members.user_id = own.user_id`;

const MENTION = `
  INSERT INTO mentions (user_id, room_id, seq) SELECT * FROM unnest($1::text[], $2::text[], $3::int[])`;
