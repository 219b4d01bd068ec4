import { invalid } from '../common/domain-error.js';
import { requireInside } from '../rooms/room.policy.js';
import {
  seatKey,
  type Cursors,
  type Moved,
  type Receipt,
  type ReceiptOutcome,
  type Seat,
  type Standing,
} from './receipt.js';
import { orRefusal } from './refusal.js';

/** What to write of a batch of receipts, and what to answer. */
export interface ReceiptJudgement {
  readonly outcomes: readonly ReceiptOutcome[];
  /** Those who moved, each once, however many receipts they sent. */
  readonly moved: readonly Moved[];
}

/**
 * Judges a batch of receipts in its order. Cursors only grow, read implies received, and reading takes the mark of the
 * member's own away; what is beyond the last message is refused by itself. Pure; the same for every database.
 * @param seatOf what the transaction reads of a member in a room, undefined for a room that is not there
 */
export function judgeReceipts(
  receipts: readonly Receipt[],
  seatOf: (receipt: Receipt) => Seat | undefined,
): ReceiptJudgement {
  const seats = new Map<string, Seat | undefined>();
  const moved = new Map<string, Moved>();
  const judgeOne = (receipt: Receipt): Standing => {
    const key = seatKey(receipt);
    if (!seats.has(key)) seats.set(key, seatOf(receipt));
    const before = requireSeat(seats.get(key), receipt);
    const after = advanced(before, receipt);
    seats.set(key, after);
    if (differs(before, after)) moved.set(key, { ...who(receipt), before: moved.get(key)?.before ?? before, after });
    const { readSeq, deliveredSeq, lastSeq } = after;
    return { readSeq, deliveredSeq, lastSeq };
  };
  const outcomes = receipts.map((receipt) => orRefusal(() => judgeOne(receipt)));
  return { outcomes, moved: [...moved.values()] };
}

function requireSeat(seat: Seat | undefined, { seq }: Receipt): Seat {
  const { room: place } = requireInside(seat, seat?.isMember ? seat : null);
  if (seq > place.lastSeq) throw invalid('seq', 'is beyond the last message of the room');
  return place;
}

function advanced(seat: Seat, { what, seq }: Receipt): Seat {
  const readSeq = what === 'read' ? Math.max(seat.readSeq, seq) : seat.readSeq;
  return {
    ...seat,
    readSeq,
    shownReadSeq: seat.shareReceipts ? Math.max(seat.shownReadSeq, readSeq) : seat.shownReadSeq,
    deliveredSeq: Math.max(seat.deliveredSeq, seq, readSeq),
    markedUnread: what === 'read' ? false : seat.markedUnread,
  };
}

const differs = (before: Cursors, after: Cursors): boolean =>
  after.readSeq !== before.readSeq ||
  after.shownReadSeq !== before.shownReadSeq ||
  after.deliveredSeq !== before.deliveredSeq ||
  after.markedUnread !== before.markedUnread;

const who = ({ roomId, userId }: Receipt) => ({ roomId, userId });
