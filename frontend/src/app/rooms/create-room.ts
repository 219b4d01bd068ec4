import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** Opens the dialog that makes a room; its code is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class CreateRoom {
  private readonly dialog = inject(MatDialog);

  open(): void {
    void import('./create-room-dialog').then(({ CreateRoomDialog }) =>
      this.dialog.open(CreateRoomDialog, { width: '480px', autoFocus: 'first-tabbable' }),
    );
  }
}
