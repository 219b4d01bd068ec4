import { DestroyRef, inject, linkedSignal, type Signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, defer, exhaustMap, of, Subject, switchMap, tap, type Observable } from 'rxjs';

/** The way to what lies beyond one end of what is held of a log. */
export interface Pager {
  readonly state: Signal<'idle' | 'loading' | 'failed'>;
  /** Asks for the next page, unless one is on its way. */
  ask(): void;
}

/** Makes a pager that asks for one page at a time, and forgets the room that is left. */
export function pager(roomId: Signal<string>, load: (roomId: string) => Observable<unknown>): Pager {
  const wants = new Subject<void>();
  const state = linkedSignal<string, 'idle' | 'loading' | 'failed'>({ source: roomId, computation: () => 'idle' });

  const loadNext = (room: string): Observable<unknown> =>
    defer(() => {
      state.set('loading');
      return load(room);
    }).pipe(
      tap(() => state.set('idle')),
      catchError(() => of(state.set('failed'))),
    );
  toObservable(roomId)
    .pipe(
      switchMap((room) => wants.pipe(exhaustMap(() => loadNext(room)))),
      takeUntilDestroyed(inject(DestroyRef)),
    )
    .subscribe();

  return { state: state.asReadonly(), ask: () => wants.next() };
}
