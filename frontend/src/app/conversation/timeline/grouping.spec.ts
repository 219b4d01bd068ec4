import { message, grace, nora } from '../../rooms/testing/builders';
import { groupByDay } from './grouping';
import { storedEntry, type TimelineEntry } from './timeline-entry';

const NOW = new Date(2026, 5, 11, 12);
const at = (day: number, hour: number, minute: number): string => new Date(2026, 5, day, hour, minute).toISOString();

const said = (seq: number, senderId: string, createdAt: string): TimelineEntry =>
  storedEntry(message(seq, { senderId, createdAt }), nora.id, { readSeq: 0, deliveredSeq: 0 });

const runsOf = (entries: readonly TimelineEntry[]): string[] =>
  groupByDay(entries, NOW)
    .flatMap(({ bubbles }) => bubbles)
    .map(({ seq, first, last }) => `${first ? '[' : ''}${seq}${last ? ']' : ''}`);

describe('groupByDay', () => {
  it('puts messages of one sender that follow closely into one run', () => {
    const entries = [said(1, grace.id, at(11, 9, 0)), said(2, grace.id, at(11, 9, 4)), said(3, grace.id, at(11, 9, 8))];
    expect(runsOf(entries)).toEqual(['[1', '2', '3]']);
  });

  it('begins a run with another sender', () => {
    const entries = [said(1, grace.id, at(11, 9, 0)), said(2, nora.id, at(11, 9, 1)), said(3, grace.id, at(11, 9, 2))];
    expect(runsOf(entries)).toEqual(['[1]', '[2]', '[3]']);
  });

  it('begins a run after five minutes of silence', () => {
    expect(runsOf([said(1, grace.id, at(11, 9, 0)), said(2, grace.id, at(11, 9, 5))])).toEqual(['[1]', '[2]']);
  });

  it('begins a run with another day of the reader, however close', () => {
    const entries = [said(1, grace.id, at(10, 23, 59)), said(2, grace.id, at(11, 0, 1))];
    expect(runsOf(entries)).toEqual(['[1]', '[2]']);
    expect(groupByDay(entries, NOW).map(({ key }) => key)).toEqual(['2026-06-10', '2026-06-11']);
  });

  it.each([
    ['Europe/Berlin', ['2026-06-10', '2026-06-11']],
    ['America/New_York', ['2026-06-10']],
    ['Asia/Tokyo', ['2026-06-11']],
  ])('goes by the calendar of %s', (zone, keys) => {
    vi.stubEnv('TZ', zone);
    const entries = [said(1, grace.id, '2026-06-10T21:59:00.000Z'), said(2, grace.id, '2026-06-10T22:01:00.000Z')];
    expect(groupByDay(entries, NOW).map(({ key }) => key)).toEqual(keys);
    vi.unstubAllEnvs();
  });

  it('names the days', () => {
    const days = groupByDay([said(1, grace.id, at(10, 9, 0)), said(2, grace.id, at(11, 9, 0))], NOW);
    expect(days.map(({ label }) => label)).toEqual(['Yesterday', 'Today']);
  });

  it('lets what the room itself says stand alone', () => {
    const system = { ...said(2, grace.id, at(11, 9, 1)), kind: 'system' as const };
    expect(runsOf([said(1, grace.id, at(11, 9, 0)), system, said(3, grace.id, at(11, 9, 2))])).toEqual([
      '[1]',
      '[2]',
      '[3]',
    ]);
  });

  it('begins a run at the first unread message, and says there how many there are', () => {
    const entries = [1, 2, 3].map((seq) => said(seq, grace.id, at(11, 9, seq)));
    const bubbles = groupByDay(entries, NOW, { afterSeq: 1, count: 2 }).flatMap((day) => day.bubbles);
    expect(bubbles.map(({ first, unreadFrom }) => [first, unreadFrom])).toEqual([
      [true, 0],
      [true, 2],
      [false, 0],
    ]);
  });

  it('has nothing to show of an empty log', () => {
    expect(groupByDay([], NOW)).toEqual([]);
  });
});
