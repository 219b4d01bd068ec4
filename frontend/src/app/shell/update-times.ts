import { debounceTime, distinctUntilChanged, EMPTY, filter, skip, switchMap, take, timer, type Observable } from 'rxjs';

const MINUTE_MS = 60_000;
const TYPING_PAUSE_MS = 3_000;

/** Emits whenever the connection has come back: a server that was renewed was away for a moment. */
export const whenBack = (state$: Observable<string>): Observable<unknown> =>
  state$.pipe(
    distinctUntilChanged(),
    filter((state) => state === 'online'),
    skip(1),
  );

/**
 * Emits when the page should be replaced because its server has moved on: once nothing was typed for three seconds, and again
 * each minute for as long as that has not helped, since a new client may arrive after its server.
 * @param isOutdated$ whether the server has moved on
 * @param typed$ each sign of typing, the first of them now
 */
export function newClientDue(isOutdated$: Observable<boolean>, typed$: Observable<unknown>): Observable<unknown> {
  const calm$ = typed$.pipe(debounceTime(TYPING_PAUSE_MS), take(1));
  return isOutdated$.pipe(
    distinctUntilChanged(),
    switchMap((isOutdated) => (isOutdated ? timer(0, MINUTE_MS).pipe(switchMap(() => calm$)) : EMPTY)),
  );
}
