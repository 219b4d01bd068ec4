import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeReceipts } from './judge-receipts.js';
import { seatKey, type Receipt, type Seat } from './receipt.js';

const LAST_SEQ = 9;
const fresh = (facts: Partial<Seat> = {}): Seat => ({
  kind: 'private',
  lastSeq: LAST_SEQ,
  isMember: true,
  readSeq: 0,
  shownReadSeq: 0,
  deliveredSeq: 0,
  markedUnread: false,
  shareReceipts: true,
  ...facts,
});

/** What the database would hold: what moved is written back, as between two transactions. */
class Seats {
  private readonly seats = new Map<string, Seat>([
    ['r:ada', fresh()],
    ['r:ben', fresh({ shareReceipts: false })],
    ['r:eve', fresh({ isMember: false })],
  ]);

  commit(receipts: readonly Receipt[]) {
    const judged = judgeReceipts(receipts, (receipt) => this.seats.get(seatKey(receipt)));
    for (const each of judged.moved) this.seats.set(seatKey(each), { ...this.of(each.userId), ...each.after });
    return judged;
  }

  of(userId: string): Seat {
    return this.seats.get(`r:${userId}`) ?? fresh();
  }
}

const aReceipt: fc.Arbitrary<Receipt> = fc.record({
  what: fc.constantFrom('read', 'delivered'),
  roomId: fc.constantFrom('r', 'r', 'r', 'absent'),
  userId: fc.constantFrom('ada', 'ben', 'eve'),
  seq: fc.nat(LAST_SEQ + 2),
});
const batches = fc.array(fc.array(aReceipt, { maxLength: 6 }), { maxLength: 6 });
const read = (userId: string, seq: number): Receipt => ({ what: 'read', roomId: 'r', userId, seq });

describe('judging receipts', () => {
  it('never lets a cursor go back, and read imply less than delivered', () => {
    fc.assert(
      fc.property(batches, (runs) => {
        const seats = new Seats();
        for (const run of runs) {
          for (const { before, after } of seats.commit(run).moved) {
            expect(after.readSeq).toBeGreaterThanOrEqual(before.readSeq);
            expect(after.deliveredSeq).toBeGreaterThanOrEqual(Math.max(before.deliveredSeq, after.readSeq));
            expect(after.shownReadSeq).toBeGreaterThanOrEqual(before.shownReadSeq);
            expect(after.shownReadSeq).toBeLessThanOrEqual(after.readSeq);
          }
        }
        expect(seats.of('ben').shownReadSeq).toBe(0);
      }),
    );
  });

  it('comes to the same however the receipts are cut into batches, and in whatever order a member sent them', () => {
    fc.assert(
      fc.property(batches, (runs) => {
        const [cut, whole, turned] = [new Seats(), new Seats(), new Seats()];
        for (const run of runs) cut.commit(run);
        whole.commit(runs.flat());
        turned.commit(runs.flat().toReversed());
        for (const userId of ['ada', 'ben']) {
          expect(whole.of(userId)).toEqual(cut.of(userId));
          expect(turned.of(userId)).toEqual(cut.of(userId));
        }
      }),
    );
  });

  it('refuses each by itself, with what the room lets an outsider know', () => {
    const { outcomes, moved } = new Seats().commit([
      read('ada', 3),
      read('ada', LAST_SEQ + 1),
      read('eve', 1),
      { ...read('ada', 1), roomId: 'absent' },
      read('ada', 2),
    ]);
    const codes = outcomes.map((outcome) => ('refusal' in outcome ? outcome.refusal.code : outcome.readSeq));
    expect(codes).toEqual([3, 'validation_failed', 'not_found', 'not_found', 3]);
    expect(moved).toMatchObject([{ userId: 'ada', before: { readSeq: 0 }, after: { readSeq: 3 } }]);
  });

  it('takes the mark of a member away by reading, also where no cursor grows, and not by receiving', () => {
    const marked = (receipt: Receipt) =>
      judgeReceipts([receipt], () => fresh({ readSeq: 9, shownReadSeq: 9, deliveredSeq: 9, markedUnread: true })).moved;
    expect(marked(read('ada', 4))).toMatchObject([{ after: { readSeq: 9, markedUnread: false } }]);
    expect(marked({ ...read('ada', 4), what: 'delivered' })).toEqual([]);
  });

  it('shows what was read in secret with the next receipt of one who has come to show it', () => {
    const seat = fresh({ readSeq: 5, shownReadSeq: 2, deliveredSeq: 5 });
    expect(judgeReceipts([read('ada', 5)], () => seat).moved).toMatchObject([{ after: { shownReadSeq: 5 } }]);
  });
});
