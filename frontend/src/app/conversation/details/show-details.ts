import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../core/dialogs';

/** Opens a room's details; their code is loaded when they are first asked for. */
@Injectable({ providedIn: 'root' })
export class ShowDetails {
  private readonly dialogs = inject(Dialogs);

  of(roomId: string): void {
    void this.dialogs.open(() => import('./room-details').then((m) => m.RoomDetails), {
      data: roomId,
      width: '480px',
      autoFocus: 'dialog',
    });
  }
}
