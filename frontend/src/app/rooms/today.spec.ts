import { TestBed } from '@angular/core/testing';
import { dayLabel } from '../ui/time-labels';
import { Today } from './today';

describe('Today', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });

  /** What a message is called that was written a minute before a moment, then and two minutes later. */
  function labelsAround(moment: string): string[] {
    vi.useFakeTimers({ now: new Date(moment) });
    const today = TestBed.inject(Today);
    const written = new Date(Date.parse(moment) - 60_000).toISOString();
    const before = dayLabel(written, today.now(), 'en-GB');
    vi.advanceTimersByTime(120_000);
    return [before, dayLabel(written, today.now(), 'en-GB')];
  }

  it.each([
    ['Europe/Berlin', '2026-06-11T21:59:00.000Z'],
    ['America/Los_Angeles', '2026-06-11T06:59:00.000Z'],
    ['Asia/Kolkata', '2026-06-11T18:29:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-11T09:59:00.000Z'],
  ])('becomes yesterday at midnight in %s', (zone, moment) => {
    vi.stubEnv('TZ', zone);
    expect(labelsAround(moment)).toEqual(['Today', 'Yesterday']);
  });

  it('goes on at midnight elsewhere', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(labelsAround('2026-06-11T23:59:00.000Z')).toEqual(['Today', 'Today']);
  });

  it('becomes yesterday at midnight itself, whenever the page was opened', () => {
    vi.useFakeTimers({ now: new Date(2026, 5, 11, 23, 57, 20) });
    const today = TestBed.inject(Today);
    const written = new Date(2026, 5, 11, 23, 57).toISOString();
    vi.advanceTimersByTime(159_999);
    expect(dayLabel(written, today.now(), 'en-GB')).toBe('Today');
    vi.advanceTimersByTime(1);
    expect(dayLabel(written, today.now(), 'en-GB')).toBe('Yesterday');
  });

  it('stays the same object all day, so that nothing is worded anew', () => {
    vi.useFakeTimers({ now: new Date(2026, 5, 11, 9) });
    const today = TestBed.inject(Today);
    const morning = today.now();
    vi.advanceTimersByTime(3 * 60 * 60_000);
    expect(today.now()).toBe(morning);
  });
});
