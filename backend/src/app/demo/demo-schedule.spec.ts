import { describe, expect, it } from 'vitest';
import { schedule, seededRandom } from './demo-schedule.js';
import { TALKS } from './demo-talks.js';

const until = new Date('2026-03-18T12:00:00Z');
const plan = { talks: TALKS.work, members: 5, talksPerDay: 3, until, weeks: 4 };

describe('the demo schedule', () => {
  it('is the same for the same seed', () => {
    expect(schedule(plan, seededRandom(7))).toEqual(schedule(plan, seededRandom(7)));
  });

  it('speaks on working days only, in the order of time, never in the future', () => {
    const messages = schedule(plan, seededRandom(1));
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.map(({ at }) => at.getDay())).not.toContain(0);
    expect(messages.toSorted((a, b) => a.at.getTime() - b.at.getTime())).toEqual(messages);
    expect(messages.every(({ at }) => at <= until)).toBe(true);
  });

  it('leaves no slot unfilled', () => {
    const everything = Object.values(TALKS).flatMap((talks) => schedule({ ...plan, talks }, seededRandom(3)));
    expect(everything.filter(({ body }) => body.includes('{'))).toEqual([]);
  });
});
