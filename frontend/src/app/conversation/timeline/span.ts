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
  /** Where the reader went last. */
  readonly heading: 'up' | 'down';
  /** Whether the view stays with what is rendered last. */
  readonly following: boolean;
  /** The first message in view, and the last; null while there is none. */
  readonly topSeq: number | null;
  readonly seenSeq: number | null;
}

/** So many messages are rendered, or taken out, at a time: few enough for a frame, together with all else in it. */
export const STEP = 4;
/** So much of a view has to be rendered where the reader is heading, and so much behind them. */
const AHEAD = 0.6;
const BEHIND = 0.15;
/** How far down the view stands what one begins to read from; what one goes to stands in the middle. */
export const START_SHARE = 0.25;
const MIDDLE_SHARE = 0.5;
/** No message is lower than this. */
const LOWEST_PX = 36;

const screenful = (height: number): number => Math.ceil(height / LOWEST_PX);

/** How many messages fill the view and both of its sides, and a step. */
export const spanSize = (height: number): number => screenful((1 + AHEAD + BEHIND) * height) + STEP;

/** How much has to be rendered above what is in view, and below it, in CSS pixels. */
export const needed = ({ heading, height }: Sight): { readonly above: number; readonly below: number } => {
  const [ahead, behind] = [AHEAD * height, BEHIND * height];
  return heading === 'up' ? { above: ahead, below: behind } : { above: behind, below: ahead };
};

/** The end of the log, as much as fills the view: what is near above it comes once that is painted. */
export const spanAtEnd = ({ end }: Bounds, height: number): Span => ({
  first: end - screenful(height) + 1,
  last: null,
});

/**
 * A place in the log with both of its sides, as much as fills the view: what is near comes once that is painted. Where the log
 * ends on one side, there is as much more on the other.
 */
export function spanAround(seq: number, bounds: Bounds, height: number, share = MIDDLE_SHARE): Span {
  const [above, below] = [screenful(share * height) + 1, screenful((1 - share) * height) + 1];
  const first = Math.max(bounds.start, Math.min(seq - above, bounds.end - above - below));
  return { first, last: endOf(Math.max(seq + below, first + above + below), bounds) };
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
  const need = needed(sight);
  const count = (span.last ?? bounds.end) - span.first + 1;
  if (sight.above < need.above && span.first > bounds.start)
    return grownUp(span, bounds, size, stepFor(sight.above, need.above));
  if (span.last === null && sight.following) {
    return count > size + STEP ? { first: bounds.end - size + 1, last: null } : span;
  }
  if (sight.below < need.below && span.last !== null && span.last < bounds.end)
    return grownDown(span, span.last + stepFor(sight.below, need.below), bounds, size);
  // What arrives while one reads further up waits below, once there is enough of it.
  if (span.last === null && count > size + 2 * STEP)
    return { first: span.first, last: span.first + size + 2 * STEP - 1 };
  return span;
}

/** Whoever scrolls faster than frames come is caught up with. */
const stepFor = (rendered: number, need: number): number => (rendered < need / 2 ? 2 * STEP : STEP);

function grownUp(span: Span, bounds: Bounds, size: number, step: number): Span {
  const first = Math.max(bounds.start, span.first - step);
  const last = first + size - 1;
  return { first, last: last < (span.last ?? bounds.end) ? last : span.last };
}

function grownDown(span: Span, to: number, bounds: Bounds, size: number): Span {
  const last = endOf(to, bounds);
  return { first: Math.max(span.first, (last ?? bounds.end) - size + 1), last };
}

/** Null once the log's own end is reached. */
const endOf = (last: number, { end, lastSeq }: Bounds): number | null =>
  last < end ? last : end < lastSeq ? end : null;
