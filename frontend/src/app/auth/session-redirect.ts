import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { filter } from 'rxjs';
import { signInFirst } from './auth-guard';
import { SessionStore } from './session-store';

/** Brings whoever is signed out while inside to the door: after leaving without, after an end with a way back. */
@Injectable({ providedIn: 'root' })
export class SessionRedirect {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  constructor() {
    toObservable(this.session.signedOutReason)
      .pipe(
        filter((reason) => reason === 'left' || reason === 'ended'),
        takeUntilDestroyed(),
      )
      .subscribe((reason) => void this.router.navigateByUrl(this.door(reason)));
  }

  private door(reason: 'left' | 'ended') {
    return signInFirst(this.router, reason === 'ended' ? this.router.url : '/');
  }
}
