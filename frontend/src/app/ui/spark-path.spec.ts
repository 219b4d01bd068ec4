import { sparkPath } from './spark-path';

const BOX = { width: 100, height: 50 };

describe('the path of a small line', () => {
  it('runs from edge to edge, the lowest near the bottom and the highest near the top', () => {
    expect(sparkPath([1, 3, 2], BOX)).toBe('M0 45L50 5L100 25');
  });

  it('runs through the middle when nothing moves', () => expect(sparkPath([4, 4], BOX)).toBe('M0 25L100 25'));

  it('draws nothing of fewer than two values', () =>
    expect([[], [7]].map((values) => sparkPath(values, BOX))).toEqual(['', '']));
});
