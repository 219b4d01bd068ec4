import { inject } from '@angular/core';
import { type CanActivateFn, Router, type UrlTree } from '@angular/router';
import { map } from 'rxjs';
import { SessionStore } from './session-store';

/** Lets the signed-in pass; a visitor signs in first and then comes back to where they were going. */
export const authGuard: CanActivateFn = (_route, { url }) => {
  const router = inject(Router);
  return inject(SessionStore)
    .load()
    .pipe(map((status) => status === 'signed-in' || signInFirst(router, url)));
};

/** The way to sign in with the way back in it. */
export function signInFirst(router: Router, url: string): UrlTree {
  return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });
}
