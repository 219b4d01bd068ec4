import { grace, message, nora } from '../../rooms/testing/builders';
import { endOf, type End } from './entrance';
import { groupByDay, type Day } from './grouping';
import { storedEntry } from './timeline-entry';

const NOON = Date.parse('2026-06-11T12:00:00.000Z');

/** A log of messages with these places, each so many seconds after noon. */
const log = (...said: readonly (readonly [seq: number, second: number])[]): Day[] =>
  groupByDay(
    said.map(([seq, second]) =>
      storedEntry(
        message(seq, { senderId: grace.id, createdAt: new Date(NOON + second * 1_000).toISOString() }),
        nora.id,
        { readSeq: 0, deliveredSeq: 0 },
      ),
    ),
    new Date(NOON),
  );
const keyOf = (days: readonly Day[]): string | undefined => days.at(-1)?.bubbles.at(-1)?.key;
const through = (...steps: readonly (readonly [days: Day[], reachesEnd?: boolean])[]): End | undefined =>
  steps.reduce<End | undefined>((end, [days, reachesEnd = true]) => endOf(days, reachesEnd, end), undefined);

describe('what comes in at the end of a log', () => {
  const two = log([1, 0], [2, 10]);
  const three = log([1, 0], [2, 10], [3, 20]);

  it('is a message that comes alone, also as the first of a day', () => {
    expect(through([two], [three])?.entering).toBe(keyOf(three));
    const tomorrow = log([1, 0], [2, 10], [3, 86_400]);
    expect(tomorrow).toHaveLength(2);
    expect(through([two], [tomorrow])?.entering).toBe(keyOf(tomorrow));
  });

  it('is nothing when a visit begins, and nothing of history', () => {
    expect(through([three])?.entering).toBeNull();
    expect(through([log([2, 10], [3, 20])], [three])?.entering).toBeNull();
  });

  it('is nothing of what was caught up on, and nothing of a burst', () => {
    expect(through([two], [log([1, 0], [2, 10], [3, 20], [4, 30])])?.entering).toBeNull();
    expect(through([two], [log([1, 0], [2, 10], [3, 10.02])])?.entering).toBeNull();
  });

  it('stays while nothing else comes, and is over with the next or with the end out of view', () => {
    expect(through([two], [three], [log([1, 0], [2, 11], [3, 20])])?.entering).toBe(keyOf(three));
    expect(through([two], [three], [log([1, 0], [2, 10], [3, 20], [4, 20.1])])?.entering).toBeNull();
    expect(through([two], [three], [two, false], [three])?.entering).toBeNull();
  });

  it('is told also where the clock of this device is behind the server\u2019s', () => {
    const behind = log([1, 0], [2, 10], [3, -20]);
    expect(through([two], [behind])?.entering).toBe(keyOf(behind));
  });
});
