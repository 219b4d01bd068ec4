import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageEntity } from '../rooms/log/message.entity.js';
import type { Draft, Outcome } from './draft.js';
import { draftKey, judge, type BatchFacts, type RoomHead } from './judge.js';

const MEMBERS: Readonly<Record<string, readonly string[]>> = { r1: ['ada', 'ben'], r2: ['ada'] };

const TIME = '2026-01-01T00:00:00.000Z';
const FACTS = { first: () => undefined, mentioned: () => undefined };

/** What the log would hold: judgements folded into facts, as a database does between two transactions. */
class Ledger {
  readonly rows: MessageEntity[] = [];
  readonly mentions: { userId: string; roomId: string; seq: number }[] = [];
  private readonly read = new Map<string, number>();
  private readonly heads = new Map<string, RoomHead>(
    Object.keys(MEMBERS).map((id) => [
      id,
      { kind: id === 'r1' ? 'public' : 'private', memberCount: 2, lastSeq: 0, rev: 3 },
    ]),
  );

  commit(drafts: readonly Draft[]): Outcome[] {
    const { outcomes, rows, heads, cursors, mentions } = judge(drafts, this.facts(), TIME);
    this.rows.push(...rows);
    this.mentions.push(...mentions);
    for (const { roomId, userId, seq } of cursors.values()) this.read.set(`${roomId}:${userId}`, seq);
    for (const [id, head] of heads) this.heads.set(id, head);
    return outcomes;
  }

  private facts(): BatchFacts {
    return {
      head: (roomId) => this.heads.get(roomId),
      sender: (roomId, userId) =>
        MEMBERS[roomId]?.includes(userId)
          ? { role: 'member', shownReadSeq: this.read.get(`${roomId}:${userId}`) ?? 0 }
          : undefined,
      mentioned: (roomId, username) => MEMBERS[roomId]?.find((member) => member === username),
      first: (draft) => this.rows.find((row) => draftKey(row) === draftKey(draft)),
    };
  }
}

const aDraft = fc.record({
  roomId: fc.constantFrom('r1', 'r2', 'absent'),
  senderId: fc.constantFrom('ada', 'ben', 'eve'),
  clientId: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
  body: fc.constantFrom('hello', 'hi', 'hi @ada and @eve'),
  replyTo: fc.constantFrom(null, null, 1, 3),
});
const batches = fc.array(fc.array(aDraft, { maxLength: 8 }), { maxLength: 8 });

const codeOf = (outcome: Outcome) => ('refusal' in outcome ? outcome.refusal.code : 'stored');

describe('judging a batch', () => {
  it('gives every room gapless seqs, and revs that grow by one', () => {
    fc.assert(
      fc.property(batches, (runs) => {
        const ledger = new Ledger();
        for (const run of runs) ledger.commit(run);
        for (const roomId of Object.keys(MEMBERS)) {
          const rows = ledger.rows.filter((row) => row.roomId === roomId);
          expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
          expect(rows.map(({ rev }) => rev)).toEqual(rows.map((_, index) => index + 4));
        }
      }),
    );
  });

  it('stores a clientId once and gives the first message back, whether the retry is in the same batch or a later one', () => {
    fc.assert(
      fc.property(batches, (runs) => {
        const ledger = new Ledger();
        const outcomes = runs.flatMap((run) =>
          ledger.commit(run).map((outcome, index) => ({ draft: run[index], outcome })),
        );
        expect(new Set(ledger.rows.map(draftKey)).size).toBe(ledger.rows.length);
        for (const { draft, outcome } of outcomes) {
          if ('refusal' in outcome || !draft) continue;
          expect(outcome.message.body).toBe(draft.body);
          expect(outcome.message.id).toBe(ledger.rows.find((row) => draftKey(row) === draftKey(draft))?.id);
        }
      }),
    );
  });

  it('does not depend on how the drafts are cut into batches', () => {
    fc.assert(
      fc.property(batches, (runs) => {
        const [cut, whole] = [new Ledger(), new Ledger()];
        for (const run of runs) cut.commit(run);
        whole.commit(runs.flat());
        const essence = ({ rows }: Ledger) => rows.map(({ roomId, seq, rev, body }) => ({ roomId, seq, rev, body }));
        expect(essence(cut)).toEqual(essence(whole));
      }),
    );
  });

  it('refuses each draft by itself, with what the room lets an outsider know', () => {
    const draft = { roomId: 'r1', senderId: 'ada', clientId: 'c1', body: 'hello', replyTo: null };
    const outcomes = new Ledger().commit([
      draft,
      { ...draft, senderId: 'eve' },
      { ...draft, roomId: 'r2', senderId: 'eve' },
      { ...draft, roomId: 'absent' },
      { ...draft, body: 'something else' },
      { ...draft, clientId: 'c2' },
    ]);
    expect(outcomes.map(codeOf)).toEqual(['stored', 'forbidden', 'not_found', 'not_found', 'conflict', 'stored']);
  });

  it('lets a message answer what stands before it, and refuses one that answers what is not there yet', () => {
    const draft = { roomId: 'r1', senderId: 'ada', clientId: 'c1', body: 'hello', replyTo: 1 };
    const ledger = new Ledger();
    const outcomes = ledger.commit([draft, { ...draft, replyTo: null }, { ...draft, clientId: 'c2' }]);
    expect(outcomes.map(codeOf)).toEqual(['validation_failed', 'stored', 'stored']);
    expect(ledger.rows.map(({ seq, replyTo }) => [seq, replyTo])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it('knows no retry in what answers another message', () => {
    const draft = { roomId: 'r1', senderId: 'ada', clientId: 'c1', body: 'hello', replyTo: null };
    const outcomes = new Ledger().commit([draft, { ...draft, replyTo: 1 }, draft]);
    expect(outcomes.map(codeOf)).toEqual(['stored', 'conflict', 'stored']);
  });

  it('notes the members whom a message mentions, but for its sender', () => {
    const ledger = new Ledger();
    const draft = { roomId: 'r1', senderId: 'ada', clientId: 'c1', body: '@ada @ben @eve @Ben', replyTo: null };
    const [outcome] = ledger.commit([draft]);
    expect(outcome).toMatchObject({ message: { mentions: ['ada', 'ben'] } });
    expect(ledger.mentions).toEqual([{ userId: 'ben', roomId: 'r1', seq: 1 }]);
  });

  it('says whose sending may move what all have read', () => {
    const facts = { ...FACTS, sender: () => ({ role: 'member' as const, shownReadSeq: 3 }) };
    const draft = { roomId: 'r', senderId: 'ada', clientId: 'c1', body: 'hello', replyTo: null };
    const readsOn = (memberCount: number, lastSeq: number, drafts = [draft]) =>
      [
        ...judge(
          drafts,
          { ...facts, head: () => ({ kind: 'private', memberCount, lastSeq, rev: 9 }) },
          TIME,
        ).cursors.values(),
      ]
        .filter(({ readsOn: does }) => does)
        .map(({ userId }) => userId);
    expect(readsOn(2, 3)).toEqual([]);
    expect(readsOn(2, 4)).toEqual(['ada']);
    expect(readsOn(1, 3)).toEqual(['ada']);
    const turns = [draft, { ...draft, senderId: 'ben' }, { ...draft, clientId: 'c2' }];
    expect(readsOn(2, 3, turns)).toEqual(['ada', 'ben']);
  });
});
