import { inject, Injectable } from '@angular/core';
import type { Room } from '#shared';
import { Dialogs } from '../../core/dialogs';
import { RoomActions } from './room-actions';

/** Leaves a room, once its reader has said so. */
@Injectable({ providedIn: 'root' })
export class LeaveRoom {
  private readonly dialogs = inject(Dialogs);
  private readonly actions = inject(RoomActions);

  /** Asks first. */
  ask(room: Room): void {
    const load = () => import('./leave-room-dialog').then((m) => m.LeaveRoomDialog);
    void this.dialogs
      .open<boolean>(load, { data: room, width: '420px' })
      .then((isMeant) => isMeant && this.actions.leave(room));
  }
}
