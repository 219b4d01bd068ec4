import { computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { EMPTY, switchMap, type Observable } from 'rxjs';
import { SessionStore } from './session-store';

/**
 * Serves whoever is signed in, until they are not. Lives as long as the injection context that it is called in.
 *
 * @param serve what is done for them; it is left as soon as they leave
 */
export function whileSignedIn(serve: (userId: string) => Observable<unknown>): void {
  const session = inject(SessionStore);
  toObservable(computed(() => session.user()?.id ?? null))
    .pipe(
      switchMap((userId) => (userId === null ? EMPTY : serve(userId))),
      takeUntilDestroyed(),
    )
    .subscribe();
}
