import type { ViewPayload } from '#shared';
import { debounceTime, distinctUntilChanged, EMPTY, switchMap, type Observable } from 'rxjs';

const SETTLES_MS = 100;

/**
 * What the server is told of what is on the screen: once that has settled, and again on every new connection.
 *
 * @param online$ whether there is a connection
 */
export function viewReports(view$: Observable<ViewPayload>, online$: Observable<boolean>): Observable<ViewPayload> {
  const settled$ = view$.pipe(debounceTime(SETTLES_MS));
  return online$.pipe(
    distinctUntilChanged(),
    switchMap((online) => (online ? settled$.pipe(distinctUntilChanged(isSameView)) : EMPTY)),
  );
}

const isSameView = (a: ViewPayload, b: ViewPayload): boolean => JSON.stringify(a) === JSON.stringify(b);
