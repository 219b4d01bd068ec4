import { inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { CanDeactivateFn } from '@angular/router';
import { map } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { UnsavedDialog } from './unsaved-dialog';

/** A page with changes that a reader may not have meant to leave behind. */
export interface HoldsChanges {
  hasUnsaved(): boolean;
  discard(): void;
}

/** Asks before changes are left behind. Whoever is signed out has to leave: the page keeps what it can. */
export const keepsUnsaved: CanDeactivateFn<HoldsChanges> = (page) => {
  if (!page.hasUnsaved() || inject(SessionStore).status() !== 'signed-in') return true;
  return inject(MatDialog)
    .open<UnsavedDialog, never, boolean>(UnsavedDialog)
    .afterClosed()
    .pipe(
      map((discards) => {
        if (discards) page.discard();
        return discards === true;
      }),
    );
};
