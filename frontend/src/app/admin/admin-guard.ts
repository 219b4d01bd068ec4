import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { SessionStore } from '../auth/session-store';

/** Lets in who looks after the installation; anybody else finds the chats. The server asks once more. */
export const adminGuard: CanActivateFn = () =>
  inject(SessionStore).account()?.admin === true || inject(Router).parseUrl('/');
