import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Room } from '#shared';
import { submission } from '../core/submission';
import { errorSentence } from '../core/error-text';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { SkeletonRows } from '../ui/skeleton-rows';
import { ChatStore } from './chat-store';
import { CreateRoom } from './create-room';
import { pagedSearch } from './paged-search';
import { faceOf, membersLabel } from './room-names';
import { RoomsApi } from './rooms-api';

/** The public rooms of this server: find one, join it, open it. */
@Component({
  selector: 'parley-directory-page',
  imports: [Avatar, Icon, MatButton, RouterLink, SkeletonRows],
  templateUrl: './directory-page.html',
  styleUrl: './list-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectoryPage {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly router = inject(Router);
  private readonly createRoom = inject(CreateRoom);

  protected readonly list = pagedSearch((request) => this.api.directory(request));
  protected readonly joining = submission({
    send: (room: Room) => this.api.join(room.id),
    done: (room) => {
      this.chat.adopt(room);
      void this.router.navigate(['/rooms', room.id]);
    },
  });

  protected readonly faceOf = faceOf;
  protected readonly membersLabel = membersLabel;
  protected readonly errorSentence = errorSentence;

  protected isMember(room: Room): boolean {
    return this.chat.room(room.id) !== null;
  }

  protected openCreateRoom(): void {
    this.createRoom.open();
  }
}
