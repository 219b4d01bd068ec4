import * as fc from 'fast-check';
import {
  isOutside,
  moved,
  needed,
  spanAround,
  spanAtEnd,
  spanSize,
  START_SHARE,
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
  heading: 'up',
  following: false,
  topSeq: null,
  seenSeq: null,
  ...given,
});
const whole = (lastSeq: number): Bounds => ({ start: 1, end: lastSeq, lastSeq });
const countOf = (span: Span, bounds: Bounds): number =>
  Math.min(span.last ?? bounds.end, bounds.end) - Math.max(span.first, bounds.start) + 1;

/** A log in which every message is as high as given; the reader stands with this one on top. */
function reading(top: number, span: Span, bounds: Bounds, px: number, heading: Sight['heading']): Sight {
  const last = span.last ?? bounds.end;
  const visible = Math.ceil(HEIGHT / px);
  const below = Math.max(0, last - top - visible + 1) * px;
  return sight({
    above: (top - Math.max(span.first, bounds.start)) * px,
    below,
    heading,
    following: below === 0 && span.last === null,
  });
}

describe('a span of a log', () => {
  it('begins with the end, as much as fills the view', () => {
    const span = spanAtEnd(whole(100_000), HEIGHT);
    expect(span.last).toBeNull();
    expect(100_000 - span.first + 1).toBe(Math.ceil(HEIGHT / 36));
  });

  it('has both sides of a place, and ends with the log where that is near', () => {
    expect(spanAround(500, whole(1_000), HEIGHT)).toEqual({ first: 488, last: 512 });
    expect(spanAround(500, whole(1_000), HEIGHT, START_SHARE)).toEqual({ first: 493, last: 518 });
    expect(spanAround(995, whole(1_000), HEIGHT)).toEqual({ first: 976, last: null });
    expect(spanAround(1, whole(1_000), HEIGHT)).toEqual({ first: 1, last: 25 });
    expect(spanAround(3, whole(10), HEIGHT)).toEqual({ first: 1, last: null });
    expect(spanAround(990, { start: 1, end: 1_000, lastSeq: 2_000 }, HEIGHT).last).toBe(1_000);
  });

  it('fills the view wherever in the log one goes, as far as that is held', () => {
    const log = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 50 }))
      .map(([start, count, rest]): Bounds => ({ start, end: start + count, lastSeq: start + count + rest }));
    const goal = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        log,
        goal,
        fc.integer({ min: 100, max: 2_000 }),
        fc.constantFrom(0.5, START_SHARE),
        (bounds, by, height, share) => {
          const seq = Math.min(bounds.start + by, bounds.end);
          const span = spanAround(seq, bounds, height, share);
          expect(span.first).toBeLessThanOrEqual(seq);
          expect(span.last ?? bounds.end).toBeGreaterThanOrEqual(seq);
          const held = bounds.end - bounds.start + 1;
          expect(countOf(span, bounds)).toBeGreaterThanOrEqual(Math.min(held, Math.ceil(height / 36)));
        },
      ),
    );
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
            const heading = step < 0 ? 'up' : 'down';
            // One scrolls no further than to what is rendered.
            const bottom = Math.max(1, (span.last ?? lastSeq) - visible + 1);
            top = Math.max(1, span.first, Math.min(bottom, top + step));
            let rounds = 0;
            for (let next = span; ; rounds += 1) {
              next = moved(span, bounds, reading(top, span, bounds, px, heading));
              expect(Math.max(next.first, 1)).toBeLessThanOrEqual(top);
              expect(next.last ?? lastSeq).toBeGreaterThanOrEqual(Math.min(lastSeq, top + visible - 1));
              expect(countOf(next, bounds)).toBeLessThanOrEqual(spanSize(HEIGHT) + 2 * STEP);
              if (next === span) break;
              span = next;
              expect(rounds).toBeLessThan(8);
            }
            const rest = reading(top, span, bounds, px, heading);
            const need = needed(rest);
            expect(rest.above >= need.above || span.first <= 1).toBe(true);
            expect(rest.below >= need.below || span.last === null).toBe(true);
          }
        },
      ),
    );
  });
});
