import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Batch } from './batch.js';

describe('a batch', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const handled: [string, number][][] = [];
  const batch = (handle: () => Promise<void> = () => Promise.resolve()) => {
    handled.length = 0;
    return new Batch<string, number>(100, (entries) => {
      handled.push([...entries]);
      return handle();
    });
  };

  it('is all that came within a moment, the latest of each key', async () => {
    const one = batch();
    one.add('a', 1);
    one.add('b', 2);
    one.add('a', 3);
    await vi.advanceTimersByTimeAsync(99);
    expect(handled).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    one.add('c', 4);
    await vi.advanceTimersByTimeAsync(100);
    expect(handled).toEqual([
      [
        ['a', 3],
        ['b', 2],
      ],
      [['c', 4]],
    ]);
  });

  it('begins when the one before it is done, and not earlier', async () => {
    const release: (() => void)[] = [];
    const one = batch(() => new Promise((resolve) => release.push(resolve)));
    one.add('a', 1);
    await vi.advanceTimersByTimeAsync(100);
    one.add('b', 2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(handled).toEqual([[['a', 1]]]);
    release[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(handled).toEqual([[['a', 1]], [['b', 2]]]);
    release[1]?.();
  });

  it('that failed is tried again, with what has come meanwhile, and without what it replaces', async () => {
    let fails = true;
    const one = batch(() => (fails ? Promise.reject(new Error('not now')) : Promise.resolve()));
    one.add('a', 1);
    one.add('b', 2);
    await expect(one.flush()).rejects.toThrow('not now');
    fails = false;
    one.add('b', 3);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(handled.at(-1)).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(handled).toHaveLength(2);
  });

  it('is forgotten by a stop', async () => {
    const one = batch();
    one.add('a', 1);
    one.stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(handled).toEqual([]);
  });
});
