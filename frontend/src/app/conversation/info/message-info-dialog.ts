import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { Member } from '#shared';
import type { Delivered } from '../../rooms/receipts/delivery';
import { Avatar } from '../../ui/avatar';
import { Tick } from '../../ui/tick';
import { MessageInfoStore } from './message-info-store';

interface Group {
  readonly heading: string;
  readonly tick: Delivered;
  readonly members: readonly Member[];
}

/** Who has read an own message, who has received it, and who is still missing. */
@Component({
  selector: 'parley-message-info-dialog',
  imports: [Avatar, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, Tick],
  providers: [MessageInfoStore],
  templateUrl: './message-info-dialog.html',
  styleUrl: './message-info-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageInfoDialog {
  protected readonly store = inject(MessageInfoStore);

  protected readonly groups = computed<readonly Group[]>(() => {
    const { read, received, missing } = this.store.reception();
    const groups: readonly Group[] = [
      { heading: $localize`:@@readBy:Read by`, tick: 'read', members: read },
      { heading: $localize`:@@receivedBy:Received by`, tick: 'delivered', members: received },
      { heading: $localize`:@@stillMissing:Not yet received by`, tick: 'stored', members: missing },
    ];
    return groups.filter(({ members }) => members.length > 0);
  });
}
