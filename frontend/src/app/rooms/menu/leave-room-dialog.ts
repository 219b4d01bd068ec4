import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { Room } from '#shared';
import { LossQuestion } from '../../ui/loss-question';
import { leaveNotes } from './leave-notes';
import { faceOf } from '../room-names';

/** Asks whether a room is to be left; closes with true where it is. */
@Component({
  selector: 'parley-leave-room-dialog',
  imports: [LossQuestion],
  template: `
    <parley-loss-question [heading]="heading" i18n-keep="@@stay" keep="Stay" i18n-lose="@@leaveRoom" lose="Leave room">
      @for (note of notes; track note) {
        <p>{{ note }}</p>
      }
    </parley-loss-question>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveRoomDialog {
  private readonly room = inject<Room>(MAT_DIALOG_DATA);

  protected readonly heading = $localize`:@@leaveTitle:Leave ${faceOf(this.room).title}:INTERPOLATION:?`;
  protected readonly notes = leaveNotes(this.room);
}
