import { FOREVER } from '#shared';
import { quietLabel } from './quiet-label';

describe('quietLabel', () => {
  const friday = new Date(2026, 5, 12, 14);

  it.each([
    ['the time of this day', new Date(2026, 5, 12, 15, 30), /^Do not disturb until (15|3):30/],
    ['the time of the next', new Date(2026, 5, 13, 8), /^Do not disturb until tomorrow, 0?8:00/],
    ['the date of one further off', new Date(2026, 5, 15, 8), /^Do not disturb until .*15.*8:00/],
    ['no end where there is none', new Date(FOREVER), /^Do not disturb is on$/],
  ])('says %s', (_, end, label) => {
    expect(quietLabel(end, friday)).toMatch(label);
  });
});
