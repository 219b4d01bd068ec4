import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  exhaustMap,
  from,
  groupBy,
  map,
  mergeMap,
  of,
  repeat,
  startWith,
  type Observable,
} from 'rxjs';
import { errorSentence } from '../../core/error-text';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { nextOf, type OutboxEntry } from './outbox-entry';

/** The way of entries to the server. */
export interface Post {
  /** All entries, as they are now. */
  readonly entries: () => readonly OutboxEntry[];
  /** Asks the server to store one. @throws ApiError */
  readonly send: (entry: OutboxEntry) => Promise<{ readonly seq: number }>;
}

/**
 * Sends what waits: one message a room at a time, in the order of their turns; no room waits for another. Emits each entry
 * as it has become, stored or refused. What the server could not do just now is tried again under the same `clientId`.
 *
 * @param turns$ emits whenever more may wait than before
 */
export function delivered({ entries, send }: Post, turns$: Observable<unknown>): Observable<OutboxEntry> {
  const stillWaits = ({ clientId }: OutboxEntry): boolean =>
    entries().some((each) => each.clientId === clientId && isWaiting(each));
  const deliver = (entry: OutboxEntry): Observable<OutboxEntry> =>
    // It may have been withdrawn between two tries.
    defer(() => (stillWaits(entry) ? send(entry) : EMPTY)).pipe(
      retryWhileTemporary(),
      map(({ seq }): OutboxEntry => ({ ...entry, state: 'stored', seq })),
      catchError((error: unknown) => of<OutboxEntry>({ ...entry, state: 'failed', reason: errorSentence(error) })),
    );
  const deliverNext = (roomId: string): Observable<OutboxEntry> =>
    defer(() => {
      const entry = nextOf(entries(), roomId);
      return entry ? deliver(entry) : EMPTY;
    }).pipe(repeat({ delay: () => (nextOf(entries(), roomId) ? of(true) : EMPTY) }));

  return turns$.pipe(
    startWith(undefined),
    concatMap(() =>
      from(
        new Set(
          entries()
            .filter(isWaiting)
            .map(({ roomId }) => roomId),
        ),
      ),
    ),
    groupBy((roomId) => roomId),
    mergeMap((room$) => room$.pipe(exhaustMap(deliverNext))),
  );
}

export const isWaiting = ({ state }: OutboxEntry): boolean => state === 'waiting';
