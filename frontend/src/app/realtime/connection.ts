import type { Ready } from '#shared';
import {
  asyncScheduler,
  concat,
  defer,
  distinctUntilChanged,
  filter,
  map,
  merge,
  of,
  repeat,
  skip,
  switchMap,
  take,
  takeUntil,
  takeWhile,
  tap,
  timer,
  type Observable,
} from 'rxjs';
import { retryDelay } from './backoff';
import type { Heard } from './link';

/** How the connection to the server stands. */
export type Connection =
  | { readonly status: 'signed-out' }
  | { readonly status: 'connecting' }
  /** The server has let this client in; `ready` is what it said. */
  | { readonly status: 'online'; readonly ready: Ready }
  | Reconnecting
  /** The device says it has no network: nothing is tried by itself until it is back. */
  | { readonly status: 'offline' }
  /** The server speaks a newer language than this page: nothing is tried until the new client is here. */
  | { readonly status: 'updating' };

export interface Reconnecting {
  readonly status: 'reconnecting';
  /** The try that is under way or comes next, from 1. */
  readonly attempt: number;
  /** When it begins, in milliseconds since the epoch; null once it has. */
  readonly nextTryAt: number | null;
  /** True where the server has said before that it would stop and come back. */
  readonly isPlanned: boolean;
}

export interface Surroundings {
  /** Whether the device has a network; emits at once, then each change. */
  readonly hasNetwork$: Observable<boolean>;
  /** Moments at which waiting any longer makes no sense. */
  readonly nudges$: Observable<unknown>;
  readonly random?: () => number;
}

/** A connection that is lost sooner does not count as one: the waits go on growing. */
const STEADY_MS = 5_000;
/** After a planned stop all clients come at once, and the server needs a while: the waits begin further on. */
const PLANNED_HEAD_START = 2;

const CONNECTING: Connection = { status: 'connecting' };
const OFFLINE: Connection = { status: 'offline' };

/**
 * Holds a connection: tries again whenever it is lost, after waits with full jitter, at once when there is a reason to.
 * Pure time. An error of the link, which is an end for good, passes through.
 *
 * @param link$ opens the connection when subscribed to, tells what it hears, and completes when it is lost
 */
export function heldConnection(link$: Observable<Heard>, surroundings: Surroundings): Observable<Connection> {
  return defer(() => {
    let attempt = 0;
    let onlineSince: number | null = null;
    let isPlanned = false;

    const note = (heard: Heard): void => {
      if (heard.kind === 'ready') [onlineSince, isPlanned] = [now(), false];
      // A server that stops on purpose does so until it is back, however many tries come too early.
      if (heard.kind === 'lost') isPlanned ||= heard.isPlanned;
    };
    const try$ = defer(() => {
      onlineSince = null;
      const begun: Connection =
        attempt === 0 ? CONNECTING : { status: 'reconnecting', attempt, nextTryAt: null, isPlanned };
      const online$ = link$.pipe(
        takeUntil(networkLoss(surroundings.hasNetwork$, () => onlineSince === null)),
        tap(note),
        filter((heard) => heard.kind === 'ready'),
        map(({ ready }): Connection => ({ status: 'online', ready })),
      );
      return concat(of(begun), online$);
    });
    const pause$ = defer(() => {
      const counted = onlineSince !== null && (isPlanned || now() - onlineSince >= STEADY_MS);
      attempt = counted ? 1 : attempt + 1;
      const delay = retryDelay(attempt + (isPlanned ? PLANNED_HEAD_START : 0), (surroundings.random ?? Math.random)());
      return pause(surroundings, delay, { status: 'reconnecting', attempt, nextTryAt: now() + delay, isPlanned });
    });
    return concat(try$, pause$).pipe(repeat());
  });
}

/** The network goes while a try is under way, which has no hope then. A connection that is open may well outlive it. */
const networkLoss = (hasNetwork$: Observable<boolean>, isTrying: () => boolean): Observable<unknown> =>
  hasNetwork$.pipe(
    skip(1),
    filter((hasNetwork) => !hasNetwork && isTrying()),
  );

/**
 * The wait between two tries; it ends when the next one is due. Without a network none is, but one is made when there is a
 * reason to: a server on this machine or nearby may be in reach all the same.
 */
function pause({ hasNetwork$, nudges$ }: Surroundings, delay: number, waiting: Connection): Observable<Connection> {
  const due$ = of(null);
  const until = (reasons$: Observable<unknown>) =>
    reasons$.pipe(
      take(1),
      map(() => null),
    );
  return hasNetwork$.pipe(
    distinctUntilChanged(),
    switchMap((hasNetwork, change) => {
      if (!hasNetwork) return concat(of(OFFLINE), until(nudges$));
      return change === 0 ? concat(of(waiting), until(merge(timer(delay), nudges$))) : due$;
    }),
    takeWhile((state) => state !== null),
  );
}

const now = (): number => asyncScheduler.now();
