import {
  catchError,
  defer,
  exhaustMap,
  filter,
  ignoreElements,
  map,
  merge,
  NEVER,
  race,
  timer,
  type Observable,
} from 'rxjs';

/** After so long out of sight a connection may be dead without anybody having noticed. */
const LONG_MS = 30_000;
const ANSWER_WITHIN_MS = 3_000;

/**
 * Emits when a connection that seems to be open turns out to be dead: it is asked for a sign of life after the page was
 * hidden for long, or when a request has got no answer, and gives none in time.
 *
 * @param wakeUps$ how long the page was hidden, each time it is looked at again
 * @param doubts$ requests that got no answer
 * @param ask asks the server for something; any answer is a sign of life
 */
export function silences(
  wakeUps$: Observable<number>,
  doubts$: Observable<unknown>,
  ask: () => Promise<unknown>,
): Observable<'silent'> {
  const suspicions$ = merge(wakeUps$.pipe(filter((hiddenFor) => hiddenFor > LONG_MS)), doubts$);
  const isSilent$ = timer(ANSWER_WITHIN_MS).pipe(map(() => 'silent' as const));
  // What could not even be asked is no answer.
  const answer$ = defer(ask).pipe(
    ignoreElements(),
    catchError(() => NEVER),
  );
  return suspicions$.pipe(exhaustMap(() => race(answer$, isSilent$)));
}
