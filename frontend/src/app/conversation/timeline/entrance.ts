import type { Bubble, Day } from './grouping';

/** Messages that come closer together than this are a burst: moving each would cost more than it says. */
const CALM_MS = 500;

type Place = Pick<Bubble, 'key' | 'createdAt'>;
type Tail = readonly [beforeLast: Place | undefined, last: Place | undefined];

/** The end of the log as it is shown, and the message that comes in there, if one does. */
export interface End {
  /** The message before the last one, and the last one; null where the end itself is not shown. */
  readonly tail: Tail | null;
  /** Its key; null where nothing comes in. */
  readonly entering: string | null;
}

/**
 * What comes in at the end of a log: one message that has come alone, right behind the one that was the last before. What was
 * caught up on, history, the beginning of a visit and a burst do not come in, they are there.
 *
 * @param reachesEnd whether what is shown last is the end of the log
 */
export function endOf(days: readonly Day[], reachesEnd: boolean, before: End | undefined): End {
  if (!reachesEnd) return { tail: null, entering: null };
  const tail = lastTwo(days);
  const was = before?.tail?.[1];
  const entering = was?.key === tail[1]?.key ? before?.entering : comesIn(tail, was);
  return { tail, entering: entering ?? null };
}

function comesIn([previous, last]: Tail, was: Place | undefined): string | null {
  if (!previous || !last || previous.key !== was?.key) return null;
  return isCalm(previous, last) ? last.key : null;
}

function lastTwo(days: readonly Day[]): Tail {
  const [previous, last] = [days.at(-2)?.bubbles.at(-1), days.at(-1)?.bubbles ?? []];
  return [last.at(-2) ?? previous, last.at(-1)];
}

/** The clocks of this device and of the server may differ: either way counts. */
const isCalm = (previous: Place, last: Place): boolean =>
  Math.abs(Date.parse(last.createdAt) - Date.parse(previous.createdAt)) >= CALM_MS;
