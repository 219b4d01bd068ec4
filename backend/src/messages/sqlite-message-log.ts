import type BetterSqlite3 from 'better-sqlite3';
import { now } from '../common/time.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft } from './draft.js';
import { judge, type BatchFacts, type Judgement, type RoomHead, type SenderFacts } from './judge.js';
import { MessageLog, type Durable } from './message-log.js';

/** The log in SQLite: one synchronous transaction a batch, with statements that are prepared once. */
export class SqliteMessageLog extends MessageLog {
  private prepared: Statements | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  append(take: () => readonly Draft[], tell: (durable: Durable) => Promise<void>): Promise<void> {
    return this.unitOfWork.runSync((afterCommit) => {
      const at = now();
      const judgement = judge(take(), this.facts(), at);
      this.write(judgement, at);
      const { outcomes, cursors } = judgement;
      afterCommit(() => tell({ outcomes, cursors: [...cursors.values()] }));
    });
  }

  private facts(): BatchFacts {
    const { head, sender, first, mentioned } = this.statements;
    const senders = new Map<string, SenderFacts | undefined>();
    return {
      head: (roomId) => head.get(roomId) as RoomHead | undefined,
      sender: (roomId, userId) => {
        const key = `${roomId}:${userId}`;
        if (senders.has(key)) return senders.get(key);
        const read = sender.get(roomId, userId) as SenderFacts | undefined;
        senders.set(key, read);
        return read;
      },
      first: ({ roomId, senderId, clientId }) => first.get(roomId, senderId, clientId) as MessageEntity | undefined,
      mentioned: (roomId, username) => (mentioned.get(username, roomId) as { id: string } | undefined)?.id,
    };
  }

  private write({ rows, mentions, heads, cursors }: Judgement, at: string): void {
    const { insert, mention, moveHead, moveCursor } = this.statements;
    for (const row of rows) {
      const { id, roomId, seq, rev, senderId, clientId, kind, body, replyTo } = row;
      insert.run(id, roomId, seq, rev, senderId, clientId, kind, body, replyTo, row.mentions, at);
    }
    for (const { userId, roomId, seq } of mentions) mention.run(userId, roomId, seq);
    for (const [roomId, { lastSeq, rev }] of heads) moveHead.run(lastSeq, rev, at, roomId);
    for (const { roomId, userId, seq } of cursors.values()) moveCursor.run(seq, seq, seq, roomId, userId);
  }

  private get statements(): Statements {
    return (this.prepared ??= prepare(this.unitOfWork.connection));
  }
}

type Statements = ReturnType<typeof prepare>;

const prepare = (connection: BetterSqlite3.Database) => ({
  head: connection.prepare(
    `SELECT kind, member_count AS memberCount, last_seq AS lastSeq, rev FROM rooms WHERE id = ?`,
  ),
  sender: connection.prepare(
    `SELECT role, shown_read_seq AS shownReadSeq FROM members WHERE room_id = ? AND user_id = ? AND left_at IS NULL`,
  ),
  first: connection.prepare(
    `SELECT id, room_id AS roomId, seq, rev, sender_id AS senderId, client_id AS clientId, kind, body,
            reply_to AS replyTo, mentions, first_body_hash AS firstBodyHash,
            created_at AS createdAt, edited_at AS editedAt, deleted_at AS deletedAt
       FROM messages WHERE room_id = ? AND sender_id = ? AND client_id = ?`,
  ),
  mentioned: connection.prepare(
    `SELECT users.id FROM users JOIN members ON members.user_id = users.id
      WHERE users.username = ? AND members.room_id = ? AND members.left_at IS NULL`,
  ),
  insert: connection.prepare(
    `INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, reply_to, mentions, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  mention: connection.prepare(`INSERT INTO mentions (user_id, room_id, seq) VALUES (?, ?, ?)`),
  moveHead: connection.prepare(`UPDATE rooms SET last_seq = ?, rev = ?, last_activity_at = ? WHERE id = ?`),
  moveCursor: connection.prepare(
    `UPDATE members SET read_seq = ?, shown_read_seq = ?, delivered_seq = ? WHERE room_id = ? AND user_id = ?`,
  ),
});
