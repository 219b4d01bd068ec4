import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Router } from '@angular/router';
import { errorSentence } from '../../core/error-text';
import { LeaveRoom } from '../../rooms/menu/leave-room';
import { MemberSearch } from '../../rooms/people/member-search';
import { faceOf } from '../../rooms/room-names';
import { Icon } from '../../ui/icon';
import { AddMember } from './add-member';
import { EditRoom } from './edit-room';
import { MemberList } from './member-list';
import { MuteControl } from './mute-control';
import { RoomDetailsStore } from './room-details-store';

/** Who is in a room, what it is for, and the way out of it. */
@Component({
  selector: 'parley-room-details',
  imports: [
    AddMember,
    EditRoom,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MemberList,
    MuteControl,
  ],
  providers: [MemberSearch, RoomDetailsStore],
  templateUrl: './room-details.html',
  styleUrl: './room-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomDetails {
  protected readonly store = inject(RoomDetailsStore);
  protected readonly leaveRoom = inject(LeaveRoom);

  protected readonly title = computed(() => {
    const room = this.store.room();
    return room ? faceOf(room).title : '';
  });
  protected readonly isEditing = signal(false);
  protected readonly errorSentence = errorSentence;

  constructor() {
    const dialog = inject<MatDialogRef<RoomDetails>>(MatDialogRef);
    const router = inject(Router);
    // Left, or removed by somebody else: either way there is nothing left to show.
    effect(() => {
      if (this.store.room()) return;
      dialog.close();
      void router.navigateByUrl('/');
    });
  }
}
