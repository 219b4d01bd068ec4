import type { Role } from '#shared';
import type BetterSqlite3 from 'better-sqlite3';
import { now } from '../common/time.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft, Outcome } from './draft.js';
import { judge, type BatchFacts, type Judgement, type RoomHead } from './judge.js';
import { MessageLog } from './message-log.js';

/** The log in SQLite: one synchronous transaction a batch, with statements that are prepared once. */
export class SqliteMessageLog extends MessageLog {
  private prepared: Statements | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  append(take: () => readonly Draft[], tell: (outcomes: readonly Outcome[]) => Promise<void>): Promise<Outcome[]> {
    return this.unitOfWork.runSync((afterCommit) => {
      const at = now();
      const judgement = judge(take(), this.facts(), at);
      this.write(judgement, at);
      afterCommit(() => tell(judgement.outcomes));
      return judgement.outcomes;
    });
  }

  private facts(): BatchFacts {
    const { head, role, first } = this.statements;
    const roles = new Map<string, Role | null>();
    return {
      head: (roomId) => head.get(roomId) as RoomHead | undefined,
      role: (roomId, userId) => {
        const key = `${roomId}:${userId}`;
        const known = roles.get(key);
        if (known !== undefined) return known;
        const read = (role.get(roomId, userId) as { role: Role } | undefined)?.role ?? null;
        roles.set(key, read);
        return read;
      },
      first: ({ roomId, senderId, clientId }) => first.get(roomId, senderId, clientId) as MessageEntity | undefined,
    };
  }

  private write({ rows, heads, cursors }: Judgement, at: string): void {
    const { insert, moveHead, moveCursor } = this.statements;
    for (const { id, roomId, seq, rev, senderId, clientId, kind, body } of rows) {
      insert.run(id, roomId, seq, rev, senderId, clientId, kind, body, at);
    }
    for (const [roomId, { lastSeq, rev }] of heads) moveHead.run(lastSeq, rev, at, roomId);
    for (const { roomId, userId, seq } of cursors.values()) moveCursor.run(seq, seq, seq, roomId, userId);
  }

  private get statements(): Statements {
    return (this.prepared ??= prepare(this.unitOfWork.connection));
  }
}

type Statements = ReturnType<typeof prepare>;

const prepare = (connection: BetterSqlite3.Database) => ({
  head: connection.prepare(`SELECT kind, last_seq AS lastSeq, rev FROM rooms WHERE id = ?`),
  role: connection.prepare(`SELECT role FROM members WHERE room_id = ? AND user_id = ? AND left_at IS NULL`),
  first: connection.prepare(
    `SELECT id, room_id AS roomId, seq, rev, sender_id AS senderId, client_id AS clientId, kind, body,
            reply_to AS replyTo, mentions, first_body_hash AS firstBodyHash, created_at AS createdAt, edited_at AS editedAt, deleted_at AS deletedAt
       FROM messages WHERE room_id = ? AND sender_id = ? AND client_id = ?`,
  ),
  insert: connection.prepare(
    `INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  moveHead: connection.prepare(`UPDATE rooms SET last_seq = ?, rev = ?, last_activity_at = ? WHERE id = ?`),
  moveCursor: connection.prepare(
    `UPDATE members SET read_seq = ?, shown_read_seq = ?, delivered_seq = ? WHERE room_id = ? AND user_id = ?`,
  ),
});
