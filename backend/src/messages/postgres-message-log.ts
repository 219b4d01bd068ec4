import type { EntityManager } from 'typeorm';
import { columns } from '../common/columns.js';
import { now } from '../common/time.js';
import { PreparedStatement } from '../database/prepared-statement.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft } from './draft.js';
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

  append(take: () => readonly Draft[], tell: (durable: Durable) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      const drafts = take();
      const facts = await readFacts(manager, drafts);
      // The rooms are held by now: whatever instance comes next finds a later time, as far as their clocks agree.
      const at = now();
      const judgement = judge(drafts, facts, at);
      if (judgement.rows.length > 0) await write(manager, judgement, at);
      const { outcomes, cursors } = judgement;
      afterCommit(() => tell({ outcomes, cursors: [...cursors.values()] }));
    });
  }
}

interface Facts {
  readonly senders: readonly (SenderFacts & { readonly key: string })[];
  readonly firsts: readonly MessageEntity[];
  readonly mentioned: readonly { readonly key: string; readonly id: string }[];
}

const NOTHING: Facts = { senders: [], firsts: [], mentioned: [] };

async function readFacts(manager: EntityManager, drafts: readonly Draft[]): Promise<BatchFacts> {
  const roomIds = [...new Set(drafts.map(({ roomId }) => roomId))];
  // Only what is read after the lock is sure to be the last word of the other instances.
  const heads = await LOCK_HEADS.run(manager, [roomIds]);
  const named = drafts.flatMap(({ roomId, body }) => usernamesIn(body).map((username) => ({ roomId, username })));
  const [facts = NOTHING] = await READ_FACTS.run(manager, [
    ...columns(drafts, ['roomId', 'senderId', 'clientId']),
    ...columns(named, ['roomId', 'username']),
  ]);

  const headOf = new Map(heads.map(({ id, ...head }) => [id, head]));
  const senderOf = new Map(facts.senders.map(({ key, ...sender }) => [key, sender]));
  const firstOf = new Map(facts.firsts.map((message) => [draftKey(message), message]));
  const mentioned = new Map(facts.mentioned.map(({ key, id }) => [key, id]));
  return {
    head: (roomId) => headOf.get(roomId),
    sender: (roomId, userId) => senderOf.get(`${roomId}:${userId}`),
    first: (draft) => firstOf.get(draftKey(draft)),
    mentioned: (roomId, username) => mentioned.get(`${roomId}:${username}`),
  };
}

async function write(manager: EntityManager, { rows, mentions, heads, cursors }: Judgement, at: string): Promise<void> {
  const moved = [...heads].map(([id, { lastSeq, rev }]) => ({ id, lastSeq, rev }));
  await WRITE.run(manager, [
    ...columns(rows, COLUMNS),
    ...columns(moved, ['id', 'lastSeq', 'rev']),
    at,
    ...columns([...cursors.values()], ['roomId', 'userId', 'seq']),
    ...columns(mentions, ['userId', 'roomId', 'seq']),
  ]);
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

const LOCK_HEADS = new PreparedStatement<RoomHead & { id: string }>(
  'lock-heads',
  `
  SELECT id, kind, member_count AS "memberCount", last_seq AS "lastSeq", rev FROM rooms
   WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE`,
);

/** `LIMIT 1` has each key looked up by its index, whatever the planner believes of the size of the table. */
const READ_SENDERS = `
  SELECT room_id || ':' || user_id AS key, role, shown_read_seq AS "shownReadSeq"
    FROM unnest($1::text[], $2::text[]) AS asked (room, sender) CROSS JOIN LATERAL (
      SELECT * FROM members WHERE room_id = asked.room AND user_id = asked.sender AND left_at IS NULL LIMIT 1
    ) AS member`;

const READ_FIRSTS = `
  SELECT id, room_id AS "roomId", seq, rev, sender_id AS "senderId", client_id AS "clientId", kind, body,
         reply_to AS "replyTo", mentions, first_body_hash AS "firstBodyHash",
         created_at AS "createdAt", edited_at AS "editedAt", deleted_at AS "deletedAt"
    FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (room, sender, client) CROSS JOIN LATERAL (
      SELECT * FROM messages WHERE room_id = asked.room AND sender_id = asked.sender AND client_id = asked.client LIMIT 1
    ) AS message`;

const READ_MENTIONED = `
  SELECT asked.room || ':' || username AS key, id
    FROM unnest($4::text[], $5::text[]) AS asked (room, name) CROSS JOIN LATERAL (
      SELECT users.id, username FROM users JOIN members ON members.user_id = users.id
       WHERE username = asked.name AND room_id = asked.room AND left_at IS NULL LIMIT 1
    ) AS mentioned`;

const asJson = (query: string): string => `(SELECT coalesce(json_agg(found), '[]') FROM (${query}) AS found)`;

/** One statement, since the rooms stay locked for as long as the batch takes. */
const READ_FACTS = new PreparedStatement<Facts>(
  'read-facts',
  `
  SELECT ${asJson(READ_SENDERS)} AS senders, ${asJson(READ_FIRSTS)} AS firsts, ${asJson(READ_MENTIONED)} AS mentioned`,
);

const WRITE = new PreparedStatement<never>(
  'append',
  `
  WITH inserted AS (
    INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, reply_to, mentions, created_at)
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[],
                         $9::int[], $10::text[], $11::text[])
  ), moved AS (
    UPDATE members SET read_seq = own.seq, shown_read_seq = own.seq, delivered_seq = own.seq
      FROM unnest($16::text[], $17::text[], $18::int[]) AS own (room_id, user_id, seq)
     WHERE members.room_id = own.room_id AND members.user_id = own.user_id
  ), mentioned AS (
    INSERT INTO mentions (user_id, room_id, seq) SELECT * FROM unnest($19::text[], $20::text[], $21::int[])
  )
  UPDATE rooms SET last_seq = head.last_seq, rev = head.rev, last_activity_at = $15
    FROM unnest($12::text[], $13::int[], $14::int[]) AS head (id, last_seq, rev) WHERE rooms.id = head.id`,
);
