import { emptyState, roomState, type ChatState } from '#shared';
import { inTime } from '../../../testing/in-time';
import { deliveredReports, owedReceipts, type Owed } from './owed-receipts';
import { membership, nora, room } from '../testing/builders';

const holding = (given: Parameters<typeof room>[0]): ChatState => ({
  ...emptyState(nora.id),
  rooms: { 'r-1': roomState(room(given)) },
});

describe('what a client owes', () => {
  it('is the last place of a room, as long as the server does not know that it has arrived', () => {
    expect([...owedReceipts(holding({ lastSeq: 4, me: membership({ deliveredSeq: 3 }) }))]).toEqual([['r-1', 4]]);
    expect(owedReceipts(holding({ lastSeq: 4, me: membership({ deliveredSeq: 4 }) })).size).toBe(0);
  });

  it('is nothing while something is missing below, nor in a room that is not the own', () => {
    const state = holding({ lastSeq: 4, rev: 4 });
    const held = state.rooms['r-1']!;
    expect(owedReceipts({ ...state, rooms: { 'r-1': { ...held, heardRev: 6 } } }).size).toBe(0);
    expect(owedReceipts(holding({ lastSeq: 4, me: null })).size).toBe(0);
  });
});

describe('the reports of what was received', () => {
  const OWED: Record<string, Owed> = {
    a: new Map([['r-1', 1]]),
    b: new Map([['r-1', 2]]),
    c: new Map([
      ['r-1', 3],
      ['r-2', 7],
    ]),
    z: new Map(),
  };
  const at = (roomId: string, seq: number) => ({ roomId, seq });
  const SAID = { a: at('r-1', 1), b: at('r-1', 2), c: at('r-1', 3), d: at('r-2', 7) };

  function expectReports(owed: string, connections: string, reports: string): void {
    inTime(({ hot, expectObservable }) => {
      expectObservable(deliveredReports(hot(owed, OWED), hot(connections))).toBe(reports, SAID);
    });
  }

  it('go out at once, and then together', () => {
    expectReports('-a-b-c', 'r', '-a 499ms (cd)');
  });

  it('tell of each room only what has grown', () => {
    expectReports('-a 999ms a 999ms c', 'r', '-a 1999ms (cd)');
    expectReports('-z 999ms z 999ms b', 'r', '-- 999ms - 999ms b');
  });

  it('wait for a connection, and begin anew with the next one', () => {
    expectReports('-a 999ms b 999ms b', '-- 500ms r 1s r', '-- 999ms b 999ms b');
  });
});
