import { TYPING, type TypingPayload } from '#shared';
import { filter, groupBy, map, mergeMap, scan, timestamp, type Observable, type Timestamp } from 'rxjs';

interface Told {
  /** What to say now; null for nothing. */
  readonly sign: TypingPayload | null;
  /** When it was last said that somebody types. */
  readonly saidAt: number;
  /** Whether it was said since that they have stopped. */
  readonly isOver: boolean;
}

const NOTHING: Told = { sign: null, saidAt: -Infinity, isOver: true };

/**
 * The signs that the server is given, out of every stroke and every end of them: that somebody types at most once in 3 s,
 * however often they stop and begin again; that they have stopped only while the last sign still holds.
 */
export function typingSigns(strokes$: Observable<TypingPayload>): Observable<TypingPayload> {
  return strokes$.pipe(
    groupBy(({ roomId }) => roomId),
    mergeMap((room$) => room$.pipe(timestamp(), scan(next, NOTHING))),
    map(({ sign }) => sign),
    filter((sign) => sign !== null),
  );
}

function next(told: Told, { value, timestamp: now }: Timestamp<TypingPayload>): Told {
  const age = now - told.saidAt;
  if (value.active) {
    return age < TYPING.repeatMs ? { ...told, sign: null } : { sign: value, saidAt: now, isOver: false };
  }
  const isStillShown = !told.isOver && age < TYPING.holdsMs;
  return { ...told, sign: isStillShown ? value : null, isOver: true };
}
