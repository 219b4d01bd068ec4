import type BetterSqlite3 from 'better-sqlite3';
import { UnitOfWork } from '../database/unit-of-work.js';
import { judgeReceipts, type ReceiptJudgement } from './judge-receipts.js';
import { ReceiptLog } from './receipt-log.js';
import type { Receipt, Seat } from './receipt.js';

/** SQLite has no booleans of its own. */
type SeatRow = Omit<Seat, Flag> & Record<Flag, number | null>;
type Flag = 'isMember' | 'markedUnread' | 'shareReceipts';

/** Receipts in SQLite: one synchronous transaction a batch, with statements that are prepared once. */
export class SqliteReceiptLog extends ReceiptLog {
  private prepared: Statements | undefined;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  store(take: () => readonly Receipt[], tell: (judgement: ReceiptJudgement) => Promise<void>): Promise<void> {
    return this.unitOfWork.runSync((afterCommit) => {
      const { seat, move } = (this.prepared ??= prepare(this.unitOfWork.connection));
      const judgement = judgeReceipts(take(), ({ roomId, userId }) =>
        toSeat(seat.get(userId, userId, roomId) as SeatRow | undefined),
      );
      for (const { roomId, userId, after } of judgement.moved) {
        const { readSeq, shownReadSeq, deliveredSeq, markedUnread } = after;
        move.run(readSeq, shownReadSeq, deliveredSeq, Number(markedUnread), roomId, userId);
      }
      afterCommit(() => tell(judgement));
    });
  }
}

const toSeat = (row: SeatRow | undefined): Seat | undefined =>
  row && {
    ...row,
    isMember: row.isMember === 1,
    markedUnread: row.markedUnread === 1,
    shareReceipts: row.shareReceipts === 1,
  };

type Statements = ReturnType<typeof prepare>;

const prepare = (connection: BetterSqlite3.Database) => ({
  seat: connection.prepare(
    `SELECT rooms.kind, rooms.last_seq AS lastSeq, members.user_id IS NOT NULL AS isMember,
            members.read_seq AS readSeq, members.shown_read_seq AS shownReadSeq, members.delivered_seq AS deliveredSeq,
            members.marked_unread AS markedUnread, users.share_receipts AS shareReceipts
       FROM rooms
       LEFT JOIN members ON members.room_id = rooms.id AND members.user_id = ? AND members.left_at IS NULL
       LEFT JOIN users ON users.id = ?
      WHERE rooms.id = ?`,
  ),
  move: connection.prepare(
    `UPDATE members SET read_seq = ?, shown_read_seq = ?, delivered_seq = ?, marked_unread = ?
      WHERE room_id = ? AND user_id = ?`,
  ),
});
