import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { SkeletonRows } from '../ui/skeleton-rows';
import { ArrowKeys } from './arrow-keys';
import { CalmOrder } from './calm-order';
import { CreateRoom } from './create-room';
import { LobbyFilters } from './lobby-filters';
import { LobbyStore } from './lobby-store';
import { LongPress } from './long-press';
import { RoomLine } from './room-line';
import { RoomMenu } from './room-menu';
import { optionsLabel } from './room-names';
import { RowsInSight } from './rows-in-sight';
import { ViewReporter } from './view-reporter';

/** The reader's conversations, newest first, and the ways to a new one. */
@Component({
  selector: 'parley-lobby',
  imports: [
    ArrowKeys,
    CalmOrder,
    EmptyState,
    Icon,
    LobbyFilters,
    LongPress,
    Mark,
    MatButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RoomLine,
    RoomMenu,
    RouterLink,
    RouterLinkActive,
    RowsInSight,
    SkeletonRows,
  ],
  providers: [LobbyStore],
  templateUrl: './lobby.html',
  styleUrl: './lobby.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Lobby {
  protected readonly store = inject(LobbyStore);
  protected readonly view = inject(ViewReporter);
  private readonly createRoom = inject(CreateRoom);
  private readonly router = inject(Router);

  protected readonly optionsLabel = optionsLabel;

  protected openCreateRoom(): void {
    this.createRoom.open();
  }

  /** What was marked as unread would be read at once if it stayed open. */
  protected leaveIfOpen(roomId: string): void {
    if (this.router.url.startsWith(`/rooms/${roomId}`)) void this.router.navigateByUrl('/');
  }
}
