import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Room } from '#shared';
import { submission } from '../../core/submission';
import { Avatar } from '../../ui/avatar';
import { ChatStore } from '../store/chat-store';
import { CreateRoom } from './create-room';
import { enteringRoom } from './entering-room';
import { ListPage, ListRow } from './list-page';
import { pagedSearch } from './paged-search';
import { faceOf, membersLabel } from '../room-names';
import { RoomsApi } from '../store/rooms-api';

/** The public rooms of this server: find one, join it, open it. */
@Component({
  selector: 'parley-directory-page',
  imports: [Avatar, ListPage, ListRow, MatButton, RouterLink],
  templateUrl: './directory-page.html',
  styleUrl: './list-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectoryPage {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);
  private readonly createRoom = inject(CreateRoom);

  protected readonly list = pagedSearch((request) => this.api.directory(request));
  protected readonly joining = submission({
    send: (room: Room) => this.api.join(room.id),
    done: enteringRoom(),
  });

  protected readonly openLabel = (room: Room): string =>
    $localize`:@@openNamed:Open ${faceOf(room).title}:INTERPOLATION:`;
  protected readonly joinLabel = (room: Room): string =>
    $localize`:@@joinNamed:Join ${faceOf(room).title}:INTERPOLATION:`;
  protected readonly faceOf = faceOf;
  protected readonly membersLabel = membersLabel;

  protected isMember(room: Room): boolean {
    return this.chat.room(room.id) !== null;
  }

  protected openCreateRoom(): void {
    this.createRoom.open();
  }
}
