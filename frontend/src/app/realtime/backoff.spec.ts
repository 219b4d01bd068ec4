import { retryDelay } from './backoff';

describe('retryDelay', () => {
  it('doubles from half a second to thirty seconds', () => {
    expect([1, 2, 3, 7, 8, 50].map((attempt) => retryDelay(attempt, 1))).toEqual([
      500, 1_000, 2_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('spreads clients over the later half of the wait', () => {
    expect(retryDelay(3, 0)).toBe(1_000);
    expect(retryDelay(3, 0.5)).toBe(1_500);
  });
});
