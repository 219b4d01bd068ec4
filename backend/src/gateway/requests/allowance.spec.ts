import { describe, expect, it } from 'vitest';
import { Allowance, type Verdict } from './allowance.js';

describe('the allowance of a socket', () => {
  const asking = (allowance: Allowance, count: number): Verdict[] =>
    Array.from({ length: count }, () => allowance.ask(1));

  it('never limits who waits for each answer, however fast', () => {
    const allowance = new Allowance(() => 0);
    for (let count = 0; count < 10_000; count += 1) expect(allowance.ask(0)).toBe('granted');
  });

  it('grants a burst, then refuses, then has the socket closed', () => {
    const verdicts = asking(new Allowance(() => 0), 2_100);
    expect(verdicts.slice(0, 1_000).every((verdict) => verdict === 'granted')).toBe(true);
    expect(verdicts.slice(1_000, 2_000).every((verdict) => verdict === 'refused')).toBe(true);
    expect(verdicts.at(-1)).toBe('flooding');
  });

  it('grants again after the time that it names', () => {
    let now = 0;
    const allowance = new Allowance(() => now);
    asking(allowance, 1_200);
    expect(allowance.retryAfterSeconds).toBe(2);
    now += 1_000 * allowance.retryAfterSeconds;
    expect(allowance.ask(1)).toBe('granted');
  });

  it('saves no more than a burst', () => {
    let now = 0;
    const allowance = new Allowance(() => now);
    now = 1e9;
    expect(asking(allowance, 1_001).at(-1)).toBe('refused');
  });
});
