import type { EntityManager } from 'typeorm';
import { columns } from '../common/columns.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { judgeReceipts, type ReceiptJudgement } from './judge-receipts.js';
import { ReceiptLog } from './receipt-log.js';
import { seatKey, type Moved, type Receipt, type Seat } from './receipt.js';

/**
 * Receipts in PostgreSQL: three statements a batch, whatever its size. The members are locked first and in the order of
 * their keys, so instances take turns and what is judged is the last word.
 */
export class PostgresReceiptLog extends ReceiptLog {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  store(take: () => readonly Receipt[], tell: (judgement: ReceiptJudgement) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(async ({ manager, afterCommit }) => {
      const receipts = take();
      const seats = await readSeats(manager, receipts);
      const judgement = judgeReceipts(receipts, (receipt) => seats.get(seatKey(receipt)));
      if (judgement.moved.length > 0) await write(manager, judgement.moved);
      afterCommit(() => tell(judgement));
    });
  }
}

async function readSeats(manager: EntityManager, receipts: readonly Receipt[]): Promise<Map<string, Seat>> {
  const asked = columns(receipts, ['roomId', 'userId']);
  await manager.query(LOCK, asked);
  const rows = await manager.query<(Seat & { key: string })[]>(READ, asked);
  return new Map(rows.map(({ key, ...seat }) => [key, seat]));
}

async function write(manager: EntityManager, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map(({ roomId, userId, after }) => ({ roomId, userId, ...after }));
  const names = ['roomId', 'userId', 'readSeq', 'shownReadSeq', 'deliveredSeq', 'markedUnread'] as const;
  await manager.query(WRITE, columns(rows, names));
}

const LOCK = `
  SELECT 1 FROM members JOIN unnest($1::text[], $2::text[]) AS asked (room_id, user_id) USING (room_id, user_id)
   ORDER BY room_id, user_id FOR UPDATE OF members`;

const READ = `
  SELECT DISTINCT asked.room_id || ':' || asked.user_id AS key, rooms.kind, rooms.last_seq AS "lastSeq",
         members.user_id IS NOT NULL AS "isMember", members.read_seq AS "readSeq",
         members.shown_read_seq AS "shownReadSeq", members.delivered_seq AS "deliveredSeq",
         members.marked_unread AS "markedUnread", users.share_receipts AS "shareReceipts"
    FROM unnest($1::text[], $2::text[]) AS asked (room_id, user_id)
    JOIN rooms ON rooms.id = asked.room_id
    JOIN users ON users.id = asked.user_id
    LEFT JOIN members ON members.room_id = asked.room_id AND members.user_id = asked.user_id AND members.left_at IS NULL`;

const WRITE = `
  UPDATE members SET read_seq = moved.read_seq, shown_read_seq = moved.shown_read_seq,
                     delivered_seq = moved.delivered_seq, marked_unread = moved.marked_unread
    FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::bool[])
      AS moved (room_id, user_id, read_seq, shown_read_seq, delivered_seq, marked_unread)
   WHERE members.room_id = moved.room_id AND members.user_id = moved.user_id`;
