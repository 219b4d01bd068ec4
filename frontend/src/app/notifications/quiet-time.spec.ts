import { FOREVER } from '#shared';
import fc from 'fast-check';
import { NOTIFICATIONS_AT_FIRST, type QuietRules, type QuietSchedule } from '../core/notification-settings';
import { QUIET_CHOICES } from './quiet-choices';
import { isQuiet, quietEnd, withoutQuiet } from './quiet-time';

const HOUR_MS = 3_600_000;
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
const schedule = (given: Partial<QuietSchedule> = {}): QuietSchedule => ({
  on: true,
  days: ALL_DAYS,
  from: '19:00',
  to: '08:00',
  ...given,
});
const rules = (given: Partial<QuietRules> = {}): QuietRules => ({ ...NOTIFICATIONS_AT_FIRST.quiet, ...given });
const on = (given: Partial<QuietSchedule> = {}): QuietRules => rules({ schedule: schedule(given) });

const timesOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const schedules = fc.record({
  on: fc.constant(true),
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  from: timesOfDay,
  to: timesOfDay,
});
/** Every minute of a year with its two changes of the clock. */
const moments = fc.integer({ min: 0, max: 366 * 24 * 60 }).map((minute) => new Date(Date.UTC(2026, 0, 1, 0, minute)));

/** The schedule as a clock on the wall has it, where no hour of the day is missing or comes twice. */
function byTheWall(now: Date, { days, from, to }: QuietSchedule): boolean {
  const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  const isToday = days.includes(now.getDay());
  const wasYesterday = days.includes((now.getDay() + 6) % 7);
  if (from < to) return isToday && from <= time && time < to;
  return (isToday && from <= time) || (wasYesterday && time < to);
}

const isNearChange = (now: Date): boolean =>
  new Date(now.getTime() - 48 * HOUR_MS).getTimezoneOffset() !==
  new Date(now.getTime() + 48 * HOUR_MS).getTimezoneOffset();

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
  'quiet times in %s',
  (zone) => {
    beforeAll(() => {
      vi.stubEnv('TZ', zone);
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone.replace('Calcutta', 'Kolkata')).toBe(zone);
    });
    afterAll(() => vi.unstubAllEnvs());

    it('are those of the clock on the wall', () => {
      fc.assert(
        fc.property(schedules, moments, (times, now) => {
          fc.pre(!isNearChange(now));
          expect(isQuiet(now, rules({ schedule: times }))).toBe(byTheWall(now, times));
        }),
        { numRuns: 500 },
      );
    });

    it('last without a gap until the end that is told, and are over then', () => {
      fc.assert(
        fc.property(schedules, moments, fc.nat(1_000), (times, now, permille) => {
          const all = rules({ schedule: times });
          const end = quietEnd(now, all);
          expect(end !== null).toBe(isQuiet(now, all));
          if (end === null || end.toISOString() === FOREVER) return;
          const between = new Date(now.getTime() + ((end.getTime() - now.getTime() - 1) * permille) / 1_000);
          expect(isQuiet(between, all)).toBe(true);
          expect(isQuiet(end, all)).toBe(false);
        }),
        { numRuns: 500 },
      );
    });

    it('are over once they are lifted, and come back with the next', () => {
      fc.assert(
        fc.property(schedules, moments, (times, now) => {
          const all = rules({ schedule: times, until: new Date(now.getTime() + HOUR_MS).toISOString() });
          const lifted = withoutQuiet(now, all);
          expect(isQuiet(now, lifted)).toBe(false);
          const end = quietEnd(now, { ...all, until: null });
          const aWeekLater = new Date(
            now.getFullYear(),
            now.getMonth(),
            now.getDate() + 7,
            now.getHours(),
            now.getMinutes(),
          );
          if (end && end < aWeekLater)
            expect(isQuiet(aWeekLater, lifted)).toBe(isQuiet(aWeekLater, rules({ schedule: times })));
        }),
      );
    });

    it('have no end where they were asked for without one, whatever the schedule', () => {
      fc.assert(
        fc.property(schedules, moments, (times, now) => {
          expect(quietEnd(now, rules({ schedule: times, until: FOREVER }))?.toISOString()).toBe(FOREVER);
        }),
      );
    });

    it('never hold on days that are not chosen', () => {
      fc.assert(
        fc.property(moments, timesOfDay, timesOfDay, (now, from, to) => {
          expect(isQuiet(now, on({ days: [], from, to }))).toBe(false);
          expect(isQuiet(now, rules({ schedule: schedule({ on: false, from, to }) }))).toBe(false);
        }),
      );
    });
  },
);

describe('quiet times', () => {
  beforeAll(() => void vi.stubEnv('TZ', 'Europe/Berlin'));
  afterAll(() => vi.unstubAllEnvs());

  const friday = (hour: number, minute = 0) => new Date(2026, 5, 12, hour, minute);

  it('reach across midnight from the day on which they begin', () => {
    const fridays = on({ days: [5] });
    expect(isQuiet(friday(7, 59), fridays)).toBe(false);
    expect(isQuiet(friday(18, 59), fridays)).toBe(false);
    expect(isQuiet(friday(19), fridays)).toBe(true);
    expect(isQuiet(new Date(2026, 5, 13, 7, 59), fridays)).toBe(true);
    expect(isQuiet(new Date(2026, 5, 13, 8), fridays)).toBe(false);
    expect(quietEnd(friday(22), fridays)).toEqual(new Date(2026, 5, 13, 8));
  });

  it('last an hour less in the night that is short, and one more in the night that is long', () => {
    const short = quietEnd(new Date(2026, 2, 28, 19), on());
    expect(short).toEqual(new Date(2026, 2, 29, 8));
    expect(Number(short) - Number(new Date(2026, 2, 28, 19))).toBe(12 * HOUR_MS);
    const long = quietEnd(new Date(2026, 9, 24, 19), on());
    expect(Number(long) - Number(new Date(2026, 9, 24, 19))).toBe(14 * HOUR_MS);
  });

  it('hold whole days where they end as they begin, and for good where that is every day', () => {
    const weekend = on({ days: [6, 0], from: '00:00', to: '00:00' });
    expect(quietEnd(new Date(2026, 5, 13, 12), weekend)).toEqual(new Date(2026, 5, 15));
    expect(quietEnd(friday(12), on({ from: '12:00', to: '12:00' }))?.toISOString()).toBe(FOREVER);
  });

  it('hold for as long as one has asked', () => {
    const [half, hour, tomorrow, ever] = QUIET_CHOICES.map((choice) => choice.until(friday(14)));
    expect(half).toBe(friday(14, 30).toISOString());
    expect(hour).toBe(friday(15).toISOString());
    expect(tomorrow).toBe(new Date(2026, 5, 13, 8).toISOString());
    expect(ever).toBe(FOREVER);
    expect(isQuiet(friday(14, 29), rules({ until: half ?? null }))).toBe(true);
    expect(isQuiet(friday(14, 30), rules({ until: half ?? null }))).toBe(false);
  });

  it('end with the later of what was asked for and the schedule', () => {
    const both = { ...on(), until: friday(19, 30).toISOString() };
    expect(quietEnd(friday(18), both)).toEqual(new Date(2026, 5, 13, 8));
  });
});
