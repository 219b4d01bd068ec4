import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EMPTY, exhaustMap, catchError, finalize, Subject, tap } from 'rxjs';
import { errorSentence } from '../../core/error-text';
import { ChatStore } from './chat-store';
import { RoomsApi } from './rooms-api';

/** The way of a room's members into what is held of it. */
export interface AllMembers {
  readonly loading: Signal<boolean>;
  /** Why they could not be had, as a sentence; empty while all is well. */
  readonly problem: Signal<string>;
  load(): void;
}

/** Brings the members of a room here, a page at a time. Lives as long as the injection context that it is called in. */
export function allMembers(roomId: string): AllMembers {
  const api = inject(RoomsApi);
  const chat = inject(ChatStore);
  const loading = signal(false);
  const problem = signal('');
  const loads = new Subject<void>();
  loads
    .pipe(
      exhaustMap(() => {
        loading.set(true);
        problem.set('');
        return api.members(roomId).pipe(
          tap((page) => chat.addMembers(roomId, page)),
          catchError((error: unknown) => {
            problem.set(errorSentence(error));
            return EMPTY;
          }),
          finalize(() => loading.set(false)),
        );
      }),
      takeUntilDestroyed(inject(DestroyRef)),
    )
    .subscribe();
  return { loading: loading.asReadonly(), problem: problem.asReadonly(), load: () => loads.next() };
}
