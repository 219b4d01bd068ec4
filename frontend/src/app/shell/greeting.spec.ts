import { describe, expect, it } from 'vitest';
import { greeting } from './greeting';

const atHour = (hour: number) => new Date(2026, 5, 11, hour, 30);

describe('greeting', () => {
  it.each([
    [4, 'Good evening'],
    [5, 'Good morning'],
    [12, 'Good afternoon'],
    [18, 'Good evening'],
  ])('at %i o clock says "%s"', (hour, words) => {
    expect(greeting('Nora Whitfield', atHour(hour))).toBe(`${words}, Nora`);
  });
});
