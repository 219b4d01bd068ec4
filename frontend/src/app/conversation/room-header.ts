import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Room } from '#shared';
import { faceOf, membersLabel } from '../rooms/room-names';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';

/** Whose conversation this is, the way back on a phone, and the way to its details. */
@Component({
  selector: 'parley-room-header',
  imports: [Avatar, Icon, RouterLink],
  template: `
    <a class="icon-btn back" routerLink="/" aria-label="Back to chats"><parley-icon name="back" /></a>
    @if (face(); as face) {
      <parley-avatar [name]="face.title" [id]="face.id" [kind]="face.kind" [size]="40" />
      <div class="grow">
        <h1 class="clip" dir="auto">{{ face.title }}</h1>
        <p class="sub clip" dir="auto">{{ subtitle() }}</p>
      </div>
      @if (room()?.me) {
        <button class="icon-btn" type="button" aria-label="Details" (click)="details.emit()">
          <parley-icon [name]="face.kind === 'room' ? 'users' : 'info'" />
        </button>
      }
    }
  `,
  styleUrl: './room-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomHeader {
  readonly room = input.required<Room | null>();
  readonly details = output();

  protected readonly face = computed(() => {
    const room = this.room();
    return room ? faceOf(room) : null;
  });
  protected readonly subtitle = computed(() => {
    const room = this.room();
    if (!room) return '';
    if (room.kind === 'direct') return room.peer ? `@${room.peer.username}` : '';
    const members = membersLabel(room.memberCount);
    return room.topic ? `${members} \u00b7 ${room.topic}` : members;
  });
}
