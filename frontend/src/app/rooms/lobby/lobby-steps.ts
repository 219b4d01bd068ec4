import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { FOREVER } from '#shared';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { ChatStore } from '../store/chat-store';
import { LobbyStore } from './lobby-store';
import { neighbour, neighbourWaiting } from './neighbour';
import { OpenRoom } from '../open-room';
import { isMuted, waitingIn } from '../preferences';
import { RoomActions } from '../menu/room-actions';
import { Today } from '../today';

/** What the keyboard does with the list of conversations and the one that is open. Lives with the list. */
@Injectable()
export class LobbySteps {
  private readonly chat = inject(ChatStore);
  private readonly list = inject(LobbyStore);
  private readonly openRoom = inject(OpenRoom);
  private readonly actions = inject(RoomActions);
  private readonly router = inject(Router);
  private readonly today = inject(Today);

  constructor() {
    inject(ShortcutKeys).on({
      previous: () => this.go(neighbour(this.list.order(), this.openRoom.id(), -1)),
      next: () => this.go(neighbour(this.list.order(), this.openRoom.id(), 1)),
      previousUnread: () => this.go(this.waiting(-1)),
      nextUnread: () => this.go(this.waiting(1)),
      mute: () => this.toggleMute(),
      allRead: () => this.actions.markAllRead(),
    });
  }

  private waiting(step: 1 | -1): string | null {
    return neighbourWaiting(this.list.order(), this.openRoom.id(), step, (id) => {
      const room = this.chat.room(id)?.room;
      return room !== undefined && waitingIn(room) > 0;
    });
  }

  private go(roomId: string | null): void {
    if (roomId) void this.router.navigate(['/rooms', roomId]);
  }

  private toggleMute(): void {
    const room = this.chat.room(this.openRoom.id() ?? '')?.room;
    if (!room) return;
    this.actions.prefer(room, { mutedUntil: isMuted(room.me, this.today.minute()) ? null : FOREVER });
  }
}
