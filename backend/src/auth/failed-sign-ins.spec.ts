import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailedSignIns } from './failed-sign-ins.js';

describe('failed sign-ins', () => {
  let failures: FailedSignIns;
  beforeEach(() => {
    vi.useFakeTimers();
    failures = new FailedSignIns();
  });
  afterEach(() => vi.useRealTimers());

  const fail = (times: number, username: string, address: string): void => {
    for (let count = 0; count < times; count += 1) failures.note(username, address);
  };

  it('are forgiven up to ten a minute', () => {
    fail(9, 'ada', '10.0.0.1');
    expect(() => failures.check('ada', '10.0.0.1')).not.toThrow();
    fail(1, 'ada', '10.0.0.1');
    expect(() => failures.check('ada', '10.0.0.1')).toThrow(
      expect.objectContaining({ code: 'rate_limited', retryAfterSeconds: 60 }),
    );
  });

  it('are forgotten a minute after the first', () => {
    fail(10, 'ada', '10.0.0.1');
    vi.advanceTimersByTime(59_999);
    expect(() => failures.check('ada', '10.0.0.1')).toThrow(expect.objectContaining({ retryAfterSeconds: 1 }));
    vi.advanceTimersByTime(1);
    expect(() => failures.check('ada', '10.0.0.1')).not.toThrow();
  });

  it('harm neither the account elsewhere nor others at the same address', () => {
    fail(10, 'ada', '10.0.0.1');
    expect(() => failures.check('ada', '10.0.0.2')).not.toThrow();
    expect(() => failures.check('grace', '10.0.0.1')).not.toThrow();
  });

  it('cannot fill the memory: the oldest are dropped', () => {
    fail(10, 'ada', '10.0.0.1');
    for (let count = 0; count < 10_000; count += 1) failures.note(`guess${count}`, '10.0.0.1');
    expect(() => failures.check('ada', '10.0.0.1')).not.toThrow();
  });
});
