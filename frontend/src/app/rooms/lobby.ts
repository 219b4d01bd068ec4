import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { SkeletonRows } from '../ui/skeleton-rows';
import { ArrowKeys } from './arrow-keys';
import { CreateRoom } from './create-room';
import { LobbyStore } from './lobby-store';
import { RoomLine } from './room-line';

/** The reader's conversations, newest first, and the ways to a new one. */
@Component({
  selector: 'parley-lobby',
  imports: [
    ArrowKeys,
    EmptyState,
    Icon,
    Mark,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RoomLine,
    RouterLink,
    RouterLinkActive,
    SkeletonRows,
  ],
  providers: [LobbyStore],
  templateUrl: './lobby.html',
  styleUrl: './lobby.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Lobby {
  protected readonly store = inject(LobbyStore);
  private readonly createRoom = inject(CreateRoom);

  protected openCreateRoom(): void {
    this.createRoom.open();
  }
}
