import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** Opens a room's details; their code is loaded when they are first asked for. */
@Injectable({ providedIn: 'root' })
export class ShowDetails {
  private readonly dialog = inject(MatDialog);

  of(roomId: string): void {
    void import('./room-details').then(({ RoomDetails }) =>
      this.dialog.open(RoomDetails, { data: roomId, width: '480px', autoFocus: 'dialog' }),
    );
  }
}
