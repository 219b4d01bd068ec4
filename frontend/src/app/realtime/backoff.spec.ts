import { retryDelay } from './backoff';

describe('retryDelay', () => {
  it('waits at most half a second at first, twice as long each time, and never longer than thirty', () => {
    expect([1, 2, 3, 7, 8, 50].map((attempt) => retryDelay(attempt, 1))).toEqual([
      500, 1_000, 2_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('spreads clients over the whole wait', () => {
    expect([0, 0.25, 0.5, 0.75].map((random) => retryDelay(3, random))).toEqual([100, 575, 1_050, 1_525]);
  });

  it('never tries again without any wait', () => {
    expect([1, 5, 50].map((attempt) => retryDelay(attempt, 0))).toEqual([100, 100, 100]);
  });
});
