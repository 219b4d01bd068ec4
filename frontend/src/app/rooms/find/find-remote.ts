import type { Room, User } from '#shared';
import { catchError, distinctUntilChanged, map, of, scan, startWith, switchMap, timer, type Observable } from 'rxjs';
import type { FindQuery } from './find-query';

/** What the server knows beside what is held here. */
export interface RemoteFinds {
  readonly people: readonly User[];
  readonly rooms: readonly Room[];
  /** `failed`: the server did not answer, so there may be more than what shows. */
  readonly state: 'idle' | 'asking' | 'answered' | 'failed';
}

export const NO_REMOTE_FINDS: RemoteFinds = { people: [], rooms: [], state: 'idle' };

const TYPING_PAUSE_MS = 150;

/** Whether the server is asked at all: not for the recent conversations, and not for what can be done. */
const isAsked = ({ scope, text }: FindQuery): boolean => scope !== 'commands' && (scope !== 'all' || text !== '');

/**
 * What the server finds for what is typed, once typing pauses. An answer that is overtaken is dropped; what was found before
 * stays until the next answer, so that a list never empties while somebody types.
 */
export function remoteFinds(
  queries$: Observable<FindQuery>,
  ask: (query: FindQuery) => Observable<Pick<RemoteFinds, 'people' | 'rooms'>>,
): Observable<RemoteFinds> {
  const answers = (query: FindQuery): Observable<Partial<RemoteFinds>> =>
    ask(query).pipe(
      map((found) => ({ ...found, state: 'answered' as const })),
      catchError(() => of({ state: 'failed' as const })),
    );
  return queries$.pipe(
    distinctUntilChanged((a, b) => a.scope === b.scope && a.text === b.text),
    switchMap((query) =>
      isAsked(query)
        ? timer(TYPING_PAUSE_MS).pipe(
            switchMap(() => answers(query)),
            startWith({ state: 'asking' } as const),
          )
        : of({ state: 'idle' } as const),
    ),
    scan((held: RemoteFinds, news: Partial<RemoteFinds>) => ({ ...held, ...news }), NO_REMOTE_FINDS),
  );
}
