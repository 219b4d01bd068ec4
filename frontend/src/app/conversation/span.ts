/** The part of a room's log that stands in the document: from `first` on, to `last` or, where that is null, to the end. */
export interface Span {
  readonly first: number;
  readonly last: number | null;
}

/** What is held of the log, and how far the log itself reaches. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly lastSeq: number;
}

/** What the reader sees of a span. Lengths in CSS pixels. */
export interface Sight {
  /** How much is rendered above what is in view, and below it. */
  readonly above: number;
  readonly below: number;
  /** The height of the view. */
  readonly height: number;
  /** Whether the view stays with what is rendered last. */
  readonly following: boolean;
  /** The last message in view; null while there is none. */
  readonly seenSeq: number | null;
}

/** So many messages are rendered, or taken out, at a time. */
export const STEP = 20;
/** With less than this rendered on one side, there has to be more. */
export const NEAR_PX = 700;
/** No message is lower than this. */
const LOWEST_PX = 36;
/** Beyond the view: what `NEAR_PX` can hold on both sides, and a step. */
const MARGIN = 3 * STEP;

const screenful = (height: number): number => Math.ceil(height / LOWEST_PX);

/** How many messages fill the view and both of its sides. */
export const spanSize = (height: number): number => screenful(height) + MARGIN;

/** The end of the log: the view and what is near above it. */
export const spanAtEnd = ({ end }: Bounds, height: number): Span => ({
  first: end - screenful(height) - STEP + 1,
  last: null,
});

/** A place in the log with both of its sides. */
export function spanAround(seq: number, bounds: Bounds, height: number): Span {
  const half = Math.ceil(spanSize(height) / 2);
  return { first: Math.max(bounds.start, seq - half), last: endOf(seq + half, bounds) };
}

/** True where the held log has none of the span. */
export const isOutside = ({ first, last }: Span, { start, end }: Bounds): boolean =>
  first > end || (last !== null && last < start);

/**
 * The span that the reader needs now: a step further where little is left on a side, and then without what is
 * far away on the other. What is in view is never taken out. Answers the same span where nothing is to be done.
 */
export function moved(span: Span, bounds: Bounds, sight: Sight): Span {
  const size = spanSize(sight.height);
  const count = (span.last ?? bounds.end) - span.first + 1;
  if (span.last === null && sight.following) {
    return count > size + STEP ? { first: bounds.end - size + 1, last: null } : span;
  }
  if (sight.above < NEAR_PX && span.first > bounds.start) return grownUp(span, bounds, size);
  if (sight.below < NEAR_PX && span.last !== null && span.last < bounds.end)
    return grownDown(span, span.last, bounds, size);
  // What arrives while one reads further up waits below, once there is enough of it.
  if (span.last === null && count > size + 2 * STEP)
    return { first: span.first, last: span.first + size + 2 * STEP - 1 };
  return span;
}

function grownUp(span: Span, bounds: Bounds, size: number): Span {
  const first = Math.max(bounds.start, span.first - STEP);
  const last = first + size - 1;
  return { first, last: last < (span.last ?? bounds.end) ? last : span.last };
}

function grownDown(span: Span, from: number, bounds: Bounds, size: number): Span {
  const last = endOf(from + STEP, bounds);
  return { first: Math.max(span.first, (last ?? bounds.end) - size + 1), last };
}

/** Null once the log's own end is reached. */
const endOf = (last: number, { end, lastSeq }: Bounds): number | null =>
  last < end ? last : end < lastSeq ? end : null;
