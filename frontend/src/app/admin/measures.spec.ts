import { amount, lasted } from './measures';

const MINUTE = 60_000;

describe('how long something has lasted', () => {
  it.each([
    [0, 'under 1 min'],
    [59_999, 'under 1 min'],
    [48 * MINUTE, '48 min'],
    [200 * MINUTE, '3 h 20 min'],
    [(9 * 24 + 4) * 60 * MINUTE, '9 d 4 h'],
  ])('%i ms is told as "%s"', (ms, told) => expect(lasted(ms)).toBe(told));
});

describe('an amount of data', () => {
  it.each([
    [0, '0 KB'],
    [1, '1 KB'],
    [151_552, '148 KB'],
    [1_468_006, '1.4 MB'],
  ])('%i bytes are told as "%s"', (bytes, told) => expect(amount(bytes)).toBe(told));

  it('has the decimal sign of the language', () => expect(amount(1_468_006, 'de')).toBe('1,4 MB'));
});
