import * as fc from 'fast-check';
import {
  isOutside,
  moved,
  NEAR_PX,
  spanAround,
  spanAtEnd,
  spanSize,
  STEP,
  type Bounds,
  type Sight,
  type Span,
} from './span';

const HEIGHT = 780;
const sight = (given: Partial<Sight> = {}): Sight => ({
  above: 5_000,
  below: 5_000,
  height: HEIGHT,
  following: false,
  seenSeq: null,
  ...given,
});
const whole = (lastSeq: number): Bounds => ({ start: 1, end: lastSeq, lastSeq });
const countOf = (span: Span, bounds: Bounds): number =>
  Math.min(span.last ?? bounds.end, bounds.end) - Math.max(span.first, bounds.start) + 1;

/** A log in which every message is as high as given; the reader stands with this one on top. */
function reading(top: number, span: Span, bounds: Bounds, px: number): Sight {
  const last = span.last ?? bounds.end;
  const visible = Math.ceil(HEIGHT / px);
  const below = Math.max(0, last - top - visible + 1) * px;
  return sight({
    above: (top - Math.max(span.first, bounds.start)) * px,
    below,
    following: below === 0 && span.last === null,
  });
}

describe('a span of a log', () => {
  it('begins with the end: the view, and a step above it', () => {
    const span = spanAtEnd(whole(100_000), HEIGHT);
    expect(span.last).toBeNull();
    expect(100_000 - span.first + 1).toBe(Math.ceil(HEIGHT / 36) + STEP);
  });

  it('has both sides of a place, and ends with the log where that is near', () => {
    expect(spanAround(500, whole(1_000), HEIGHT)).toEqual({ first: 459, last: 541 });
    expect(spanAround(990, whole(1_000), HEIGHT).last).toBeNull();
    expect(spanAround(990, { start: 1, end: 1_000, lastSeq: 2_000 }, HEIGHT).last).toBe(1_000);
  });

  it('lets go of the top while messages arrive at the end that one follows', () => {
    const bounds = whole(1_000);
    const span = moved({ first: 700, last: null }, bounds, sight({ following: true, below: 0 }));
    expect(span).toEqual({ first: 1_000 - spanSize(HEIGHT) + 1, last: null });
  });

  it('stops growing at the end while one reads further up', () => {
    const span = moved({ first: 700, last: null }, whole(1_000), sight());
    expect(span.first).toBe(700);
    expect(span.last).toBeLessThan(1_000);
  });

  it('is outside of a log that was replaced', () => {
    expect(isOutside({ first: 10, last: 50 }, { start: 60, end: 90, lastSeq: 90 })).toBe(true);
    expect(isOutside({ first: 10, last: null }, { start: 60, end: 90, lastSeq: 90 })).toBe(false);
    expect(isOutside({ first: 95, last: null }, { start: 60, end: 90, lastSeq: 90 })).toBe(true);
  });

  it('never loses what is in view, stays bounded, and comes to rest, wherever one scrolls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 36, max: 400 }),
        fc.array(fc.integer({ min: -12, max: 12 }), { maxLength: 60 }),
        (lastSeq, px, steps) => {
          const bounds = whole(lastSeq);
          const visible = Math.ceil(HEIGHT / px);
          let span = spanAtEnd(bounds, HEIGHT);
          let top = Math.max(1, lastSeq - visible + 1);
          for (const step of steps) {
            top = Math.min(Math.max(1, lastSeq - visible + 1), Math.max(1, top + step));
            let rounds = 0;
            for (let next = span; ; rounds += 1) {
              next = moved(span, bounds, reading(top, span, bounds, px));
              expect(Math.max(next.first, 1)).toBeLessThanOrEqual(top);
              expect(next.last ?? lastSeq).toBeGreaterThanOrEqual(Math.min(lastSeq, top + visible - 1));
              expect(countOf(next, bounds)).toBeLessThanOrEqual(spanSize(HEIGHT) + 2 * STEP);
              if (next === span) break;
              span = next;
              expect(rounds).toBeLessThan(6);
            }
            const rest = reading(top, span, bounds, px);
            expect(rest.above >= NEAR_PX || span.first <= 1).toBe(true);
            expect(rest.below >= NEAR_PX || span.last === null).toBe(true);
          }
        },
      ),
    );
  });
});
