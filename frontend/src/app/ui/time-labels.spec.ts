import { describe, expect, it } from 'vitest';
import { clockTime, dayLabel, listTime, longDate } from './time-labels';

/** Thursday 11 June 2026, 10:47 where the reader is. */
const NOW = new Date(2026, 5, 11, 10, 47);
const at = (...[month, day, hour, minute]: [number, number, number, number]): string =>
  new Date(2026, month - 1, day, hour, minute).toISOString();

describe('clockTime', () => {
  it('writes the time of day as the locale does', () => {
    expect(clockTime(at(6, 11, 16, 2), 'en-GB')).toBe('16:02');
    expect(clockTime(at(6, 11, 9, 5), 'de-DE')).toBe('09:05');
    expect(clockTime(at(6, 11, 16, 2), 'en-US')).toMatch(/^4:02\sPM$/);
  });
});

describe('longDate', () => {
  it('is written in the language of the document, where nobody says otherwise', () => {
    document.documentElement.lang = 'de';
    expect(longDate(at(6, 11, 9, 0))).toBe('11. Juni 2026');
    document.documentElement.lang = '';
    expect(longDate(at(6, 11, 9, 0), 'en-GB')).toBe('11 June 2026');
  });
});

describe('listTime', () => {
  it.each([
    ['a time today', at(6, 11, 0, 0), '00:00'],
    ['the last minute of yesterday', at(6, 10, 23, 59), 'Yesterday'],
    ['a weekday within the last six days', at(6, 5, 8, 0), 'Friday'],
    ['a date a week ago', at(6, 4, 23, 0), '4 Jun'],
    ['a date with its year in another year', new Date(2025, 11, 31, 12).toISOString(), '31 Dec 2025'],
  ])('says %s', (_, iso, label) => {
    expect(listTime(iso, NOW, 'en-GB')).toBe(label);
  });

  it('counts calendar days, however few hours lie between', () => {
    const justAfterMidnight = new Date(2026, 5, 11, 0, 1);
    expect(listTime(at(6, 10, 23, 59), justAfterMidnight, 'en-GB')).toBe('Yesterday');
  });

  it('takes a server clock that runs ahead as today', () => {
    expect(listTime(at(6, 12, 0, 10), new Date(2026, 5, 11, 23, 59), 'en-GB')).toBe('00:10');
  });

  it('speaks one language throughout', () => {
    expect(listTime(at(6, 10, 12, 0), NOW, 'de-DE')).toBe('Gestern');
    expect(listTime(at(6, 9, 12, 0), NOW, 'de-DE')).toBe('Dienstag');
  });
});

describe('dayLabel', () => {
  it.each([
    ['today', at(6, 11, 1, 0), 'Today'],
    ['yesterday', at(6, 10, 1, 0), 'Yesterday'],
    ['a weekday', at(6, 9, 1, 0), 'Tuesday'],
    ['a day that is still to come here', at(6, 12, 0, 1), 'Friday'],
    ['a day of this year', at(5, 3, 1, 0), 'Sunday 3 May'],
    ['a day of another year', new Date(2024, 1, 29, 12).toISOString(), 'Thursday 29 February 2024'],
  ])('names %s', (_, iso, label) => {
    expect(dayLabel(iso, NOW, 'en-GB').replace(',', '')).toBe(label);
  });
});
