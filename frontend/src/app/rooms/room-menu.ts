import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Room } from '#shared';
import { Icon } from '../ui/icon';
import { ChatStore } from './chat-store';
import { MUTE_TIMES, type MuteTime } from './mute-times';
import { isArchived, isMuted, waitingIn } from './preferences';
import { RoomActions } from './room-actions';
import { Today } from './today';

/** A place on the screen, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** What can be done with a conversation: one menu for all rows of a list, opened where it was asked for. */
@Component({
  selector: 'parley-room-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  templateUrl: './room-menu.html',
  styles: `
    .anchor {
      position: fixed;
      pointer-events: none;
    }

    .entry {
      display: flex;
      align-items: center;
      gap: var(--s1h);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomMenu {
  private readonly chat = inject(ChatStore);
  private readonly today = inject(Today);
  private readonly injector = inject(Injector);
  protected readonly actions = inject(RoomActions);

  /** The id of a room that the reader has just marked as unread: it should not stay open. */
  readonly markedUnread = output<string>();

  private readonly trigger = viewChild.required(MatMenuTrigger);
  private readonly roomId = signal('');
  private opener: HTMLElement | null = null;

  protected readonly at = signal<Point>({ x: 0, y: 0 });
  protected readonly muteTimes = MUTE_TIMES;
  protected readonly room = computed(() => this.chat.room(this.roomId())?.room ?? null);
  protected readonly isMuted = computed(() => isMuted(this.room()?.me ?? null, this.today.minute()));
  protected readonly isArchived = computed(() => this.holds((room) => isArchived(room, this.today.minute())));
  protected readonly isPinned = computed(() => this.room()?.me?.pinnedAt != null);
  protected readonly isWaiting = computed(() => this.holds((room) => waitingIn(room) > 0));

  /**
   * Opens the menu for a room.
   *
   * @param event what asked for it: a click, a right click, a finger that rests, or the menu key. The link or button that
   *   it came from gets the focus back.
   */
  open(roomId: string, event: MouseEvent): void {
    event.preventDefault();
    const opener = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button') : null;
    if (!opener || this.trigger().menuOpen) return;
    this.roomId.set(roomId);
    this.opener = opener;
    this.at.set(placeOf(event, opener));
    // The anchor has to stand there before the menu asks where it is.
    afterNextRender(() => this.trigger().openMenu(), { injector: this.injector });
  }

  protected closed(): void {
    this.opener?.focus();
  }

  protected mute(room: Room, time: MuteTime): void {
    this.actions.prefer(room.id, { mutedUntil: time.until(new Date()) });
  }

  protected markUnread(room: Room): void {
    this.actions.prefer(room.id, { markedUnread: true });
    this.markedUnread.emit(room.id);
  }

  private holds(condition: (room: Room) => boolean): boolean {
    const room = this.room();
    return room !== null && condition(room);
  }
}

/** A key and a button have no place of their own: the menu then hangs from its opener. */
function placeOf({ clientX, clientY, type }: MouseEvent, opener: HTMLElement): Point {
  const { left, bottom } = opener.getBoundingClientRect();
  const isAtPointer = type !== 'click' && (clientX > 0 || clientY > 0);
  return isAtPointer ? { x: clientX, y: clientY } : { x: left, y: bottom };
}
