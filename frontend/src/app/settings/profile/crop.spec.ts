import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crop, MOST_ZOOM, moved, sideOf, type Size, wholeOf, zoomed } from './crop';

const WIDE: Size = { width: 900, height: 600 };

describe('the part of a picture that shows', () => {
  it('is at first the largest square in the middle', () => {
    expect(wholeOf(WIDE)).toEqual({ x: 450, y: 300, zoom: 1 });
    expect(sideOf(WIDE, wholeOf(WIDE))).toBe(600);
  });

  it('moves by parts of its side, and stops at the edge', () => {
    const crop = moved(WIDE, wholeOf(WIDE), 0.1, 0.1);
    expect(crop).toEqual({ x: 510, y: 300, zoom: 1 });
    expect(moved(WIDE, crop, 5, 0).x).toBe(600);
  });

  it('zooms around the point that is held', () => {
    const at = { right: 0.25, down: -0.25 };
    const before = zoomed(WIDE, wholeOf(WIDE), 2);
    const after = zoomed(WIDE, before, 3, at);
    const heldAt = (crop: Crop) => [crop.x + at.right * sideOf(WIDE, crop), crop.y + at.down * sideOf(WIDE, crop)];
    expect(heldAt(after)[0]).toBeCloseTo(heldAt(before)[0] ?? NaN);
    expect(heldAt(after)[1]).toBeCloseTo(heldAt(before)[1] ?? NaN);
  });

  it('never leaves the picture, whatever is done to it', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 9_000 }), height: fc.integer({ min: 1, max: 9_000 }) });
    const part = fc.double({ min: -3, max: 3, noNaN: true });
    const step = fc.oneof(
      fc.record({ right: part, down: part }),
      fc.record({ zoom: fc.double({ min: 0, max: 20, noNaN: true }), at: fc.record({ right: part, down: part }) }),
    );
    fc.assert(
      fc.property(size, fc.array(step), (picture, steps) => {
        let crop = wholeOf(picture);
        for (const done of steps) {
          crop =
            'zoom' in done ? zoomed(picture, crop, done.zoom, done.at) : moved(picture, crop, done.right, done.down);
        }
        const half = sideOf(picture, crop) / 2;
        const tiny = 1e-6;
        expect(crop.zoom).toBeGreaterThanOrEqual(1);
        expect(crop.zoom).toBeLessThanOrEqual(MOST_ZOOM);
        expect(crop.x - half).toBeGreaterThanOrEqual(-tiny);
        expect(crop.y - half).toBeGreaterThanOrEqual(-tiny);
        expect(crop.x + half).toBeLessThanOrEqual(picture.width + tiny);
        expect(crop.y + half).toBeLessThanOrEqual(picture.height + tiny);
      }),
    );
  });
});
