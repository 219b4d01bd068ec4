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
import { errorSentence } from '../core/error-text';
import { faceOf, membersLabel } from '../rooms/room-names';
import { Avatar } from '../ui/avatar';
import { AddMember } from './add-member';
import { EditRoom } from './edit-room';
import { MemberMenu } from './member-menu';
import { MuteControl } from './mute-control';
import { RoomDetailsStore } from './room-details-store';

const ROLES = { owner: $localize`:@@owner:Owner`, admin: $localize`:@@admin:Admin`, member: '' } as const;

/** Who is in a room, what it is for, and the way out of it. */
@Component({
  selector: 'parley-room-details',
  imports: [
    AddMember,
    Avatar,
    EditRoom,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MemberMenu,
    MuteControl,
  ],
  providers: [RoomDetailsStore],
  templateUrl: './room-details.html',
  styleUrl: './room-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomDetails {
  protected readonly store = inject(RoomDetailsStore);

  protected readonly title = computed(() => {
    const room = this.store.room();
    return room ? faceOf(room).title : '';
  });
  protected readonly isEditing = signal(false);
  protected readonly roles = ROLES;
  protected readonly membersLabel = membersLabel;
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
