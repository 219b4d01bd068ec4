import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { LossQuestion } from '../../ui/loss-question';

/** Who is to be removed, and whether the room is one that they may come back to by themselves. */
export interface Removal {
  readonly name: string;
  readonly isOpenToAll: boolean;
}

/** Asks whether somebody is to be removed from a room; closes with true where they are. */
@Component({
  selector: 'parley-remove-member-dialog',
  imports: [LossQuestion],
  template: `
    <parley-loss-question [heading]="heading" i18n-keep="@@cancel" keep="Cancel" i18n-lose="@@remove" lose="Remove">
      <p i18n="@@removeMemberNote">What is written from now on does not reach {{ asked.name }}.</p>
      @if (asked.isOpenToAll) {
        <p i18n="@@removedMayJoin">The room is open to everybody: {{ asked.name }} can join it again.</p>
      } @else {
        <p i18n="@@removedMayBeAdded">You can add {{ asked.name }} again at any time.</p>
      }
    </parley-loss-question>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemoveMemberDialog {
  protected readonly asked = inject<Removal>(MAT_DIALOG_DATA);
  protected readonly heading = $localize`:@@removeMemberTitle:Remove ${this.asked.name}:name: from the room?`;
}
