import { describe, expect, it } from 'vitest';
import { tintInk, tintOf } from './tint';

const ids = Array.from({ length: 800 }, (_, n) => `0190b5c2-7d1e-7000-8000-${String(n).padStart(12, '0')}`);

describe('tintOf', () => {
  it('stays what it is for an id, on every device and in every version', () => {
    expect(['nora', 'grace', 'release-28'].map(tintOf)).toEqual([
      tintOf('nora'),
      tintOf('grace'),
      tintOf('release-28'),
    ]);
    expect(tintInk('grace-4')).toBe('var(--t3-ink)');
  });

  it('spreads ids that differ only at their end over all eight tints', () => {
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(tintOf(id), (counts.get(tintOf(id)) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Math.min(...counts.values())).toBeGreaterThan(50);
  });
});
