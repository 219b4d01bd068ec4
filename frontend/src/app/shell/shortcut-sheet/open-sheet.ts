import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../core/dialogs';

/** Opens the sheet of shortcuts; its code is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class OpenSheet {
  private readonly dialogs = inject(Dialogs);

  open(): void {
    void this.dialogs.open(() => import('./shortcut-sheet').then((m) => m.ShortcutSheet), {
      width: '760px',
      maxWidth: 'calc(100vw - 32px)',
      autoFocus: 'dialog',
    });
  }
}
