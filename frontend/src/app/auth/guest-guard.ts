import { DOCUMENT, inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { map } from 'rxjs';
import { nextPath } from './next-path';
import { SessionStore } from './session-store';

/** Lets visitors pass; whoever is signed in already goes on to where they were going. */
export const guestGuard: CanActivateFn = ({ queryParamMap }) => {
  const router = inject(Router);
  const { origin } = inject(DOCUMENT).location;
  return inject(SessionStore)
    .load()
    .pipe(map((status) => status !== 'signed-in' || router.parseUrl(nextPath(queryParamMap.get('next'), origin))));
};
