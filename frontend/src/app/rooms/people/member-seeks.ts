import {
  catchError,
  concat,
  distinctUntilChanged,
  endWith,
  ignoreElements,
  of,
  switchMap,
  tap,
  timer,
  type Observable,
} from 'rxjs';

/** Whom somebody looks for: members of a room whose name holds the text. */
export interface MemberSeek {
  readonly roomId: string;
  readonly text: string;
}

/** `failed`: the server did not answer, so there may be more than those who are known here. */
export type SeekState = 'idle' | 'asking' | 'failed';

const TYPING_PAUSE_MS = 150;

/**
 * Asks for the members that are looked for, once typing pauses; an answer that is overtaken is dropped. Who was asked for
 * already is asked for again only where that has failed.
 *
 * @param isAsked whether there is anybody to ask for
 * @param ask completes once those who were found are known
 */
export function memberSeeks(
  seeks$: Observable<MemberSeek>,
  isAsked: (seek: MemberSeek) => boolean,
  ask: (seek: MemberSeek) => Observable<unknown>,
): Observable<SeekState> {
  const answered = new Set<string>();
  const answer = (seek: MemberSeek): Observable<SeekState> =>
    timer(TYPING_PAUSE_MS).pipe(
      switchMap(() => ask(seek)),
      ignoreElements(),
      endWith<SeekState>('idle'),
      tap(() => answered.add(keyOf(seek))),
      catchError(() => of<SeekState>('failed')),
    );
  return seeks$.pipe(
    switchMap((seek) =>
      isAsked(seek) && !answered.has(keyOf(seek))
        ? concat(of<SeekState>('asking'), answer(seek))
        : of<SeekState>('idle'),
    ),
    distinctUntilChanged(),
  );
}

const keyOf = ({ roomId, text }: MemberSeek): string => `${roomId} ${text}`;
