import type { ReceiptPayload } from '#shared';
import {
  asyncScheduler,
  combineLatest,
  connect,
  distinctUntilChanged,
  EMPTY,
  filter,
  map,
  merge,
  mergeMap,
  of,
  startWith,
  takeWhile,
  throttleTime,
  type Observable,
} from 'rxjs';

const AT_MOST_EVERY_MS = 500;

/** What of a room has been on the screen. */
export interface Sight {
  readonly roomId: string;
  /** The furthest place that was in view. */
  readonly seq: number;
}

/** How far the server knows the reader to have read a room. */
export interface Known {
  readonly roomId: string;
  readonly readSeq: number;
  readonly markedUnread: boolean;
}

export interface ReadInputs {
  /** Whether somebody looks and the server can be told: the page is visible, focused and connected. */
  readonly attention$: Observable<boolean>;
  /** What the open room shows; null while none is open. */
  readonly view$: Observable<Sight | null>;
  readonly membership$: Observable<Known | null>;
}

interface Moment extends Known {
  readonly seenSeq: number;
}

/**
 * Which reads the server is told of. While somebody looks, a room counts as read up to what was on the screen: at once
 * when they enter it or come back to it, and from then on at most every 500 ms. Entering also takes the mark "unread"
 * from a room; what is marked while one looks stays marked.
 */
export function readRequests({ attention$, view$, membership$ }: ReadInputs): Observable<ReceiptPayload> {
  return combineLatest([attention$, view$, membership$]).pipe(
    map(([isHere, view, known]) => (isHere ? momentOf(view, known) : null)),
    connect((moments$) =>
      moments$.pipe(
        distinctUntilChanged((a, b) => a?.roomId === b?.roomId),
        mergeMap((first) => (first ? stay(first, moments$) : EMPTY)),
      ),
    ),
  );
}

/** Inputs change one after the other: between two rooms they do not belong together. */
const momentOf = (view: Sight | null, known: Known | null): Moment | null =>
  view && known?.roomId === view.roomId ? { ...known, seenSeq: view.seq } : null;

/** What is read from when somebody begins to look at a room until they look away; the last of it is told even then. */
function stay(first: Moment, moments$: Observable<Moment | null>): Observable<ReceiptPayload> {
  const read$ = moments$.pipe(
    startWith(first),
    takeWhile((moment) => moment?.roomId === first.roomId),
    filter((moment) => moment !== null),
    filter(({ seenSeq, readSeq }) => seenSeq > readSeq),
    map(({ roomId, seenSeq }) => ({ roomId, seq: seenSeq })),
    distinctUntilChanged((told, next) => next.seq <= told.seq),
    throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
  );
  return merge(unmarking(first), read$);
}

/** Where nothing is unread, the same place once more takes the mark away. */
function unmarking({ roomId, seenSeq, readSeq, markedUnread }: Moment): Observable<ReceiptPayload> {
  return markedUnread && seenSeq <= readSeq ? of({ roomId, seq: readSeq }) : EMPTY;
}
