import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Room } from '#shared';
import { Icon } from '../../ui/icon';
import { MenuAnchor } from '../../ui/menu-anchor';
import { ChatStore } from '../store/chat-store';
import { LeaveRoom } from './leave-room';
import { MUTE_TIMES, type MuteTime } from './mute-times';
import { isArchived, isMuted, waitingIn } from '../preferences';
import { RoomActions } from './room-actions';
import type { RoomMenuCall } from './room-menu-call';
import { Today } from '../today';

/** What can be done with a conversation: one menu for all rows of a list. */
@Component({
  selector: 'parley-room-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuAnchor],
  templateUrl: './room-menu.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomMenu {
  private readonly chat = inject(ChatStore);
  private readonly today = inject(Today);
  protected readonly actions = inject(RoomActions);
  protected readonly leaveRoom = inject(LeaveRoom);

  readonly call = input.required<RoomMenuCall | null>();
  readonly closed = output();
  /** The id of a room that the reader has just marked as unread: it should not stay open. */
  readonly markedUnread = output<string>();

  /** The room stays named while its menu goes. */
  private readonly roomId = linkedSignal<RoomMenuCall | null, string>({
    source: this.call,
    computation: (call, before) => call?.roomId ?? before?.value ?? '',
  });

  protected readonly muteTimes = MUTE_TIMES;
  protected readonly room = computed(() => this.chat.room(this.roomId())?.room ?? null);
  protected readonly isMuted = computed(() => isMuted(this.room()?.me ?? null, this.today.minute()));
  protected readonly isArchived = computed(() => this.holds((room) => isArchived(room, this.today.minute())));
  protected readonly isPinned = computed(() => this.room()?.me?.pinnedAt != null);
  protected readonly isWaiting = computed(() => this.holds((room) => waitingIn(room) > 0));

  protected mute(room: Room, time: MuteTime): void {
    this.actions.prefer(room, { mutedUntil: time.until(new Date()) });
  }

  protected markUnread(room: Room): void {
    this.actions.prefer(room, { markedUnread: true });
    this.markedUnread.emit(room.id);
  }

  private holds(condition: (room: Room) => boolean): boolean {
    const room = this.room();
    return room !== null && condition(room);
  }
}
