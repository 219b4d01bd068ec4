import { effect, inject, Injectable } from '@angular/core';
import { LocalStore } from '../core/local/local-store';
import { SnackBar } from '../core/snack-bar';

/** Says once, honestly, that this browser keeps nothing for us. */
@Injectable({ providedIn: 'root' })
export class MemoryNotice {
  constructor() {
    const local = inject(LocalStore);
    const snackBar = inject(SnackBar);
    effect(() => {
      if (local.isKeeping()) return;
      void snackBar.say(
        $localize`:@@nothingKept:This browser has no room to keep anything for Parley. Drafts and messages that wait are gone when this page is closed.`,
        { action: $localize`:@@understood:Understood` },
      );
    });
  }
}
