import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../core/dialogs';

/** Opens the dialog that makes a room; its code is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class CreateRoom {
  private readonly dialogs = inject(Dialogs);

  open(): void {
    void this.dialogs.open(() => import('./create-room-dialog').then((m) => m.CreateRoomDialog), {
      width: '480px',
      autoFocus: 'first-tabbable',
    });
  }
}
