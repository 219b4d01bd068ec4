import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Room } from '#shared';
import { faceOf } from '../rooms/room-names';
import type { RoomStatus } from '../rooms/signs/room-status';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import type { PersonAsked } from './person/person-asked';

/** Whose conversation this is and who is there, the way back on a phone, and the way to its details. */
@Component({
  selector: 'parley-room-header',
  imports: [Avatar, Icon, RouterLink],
  template: `
    <a class="icon-btn back" routerLink="/" i18n-aria-label="@@backToChats" aria-label="Back to chats"
      ><parley-icon name="back"
    /></a>
    @if (face(); as face) {
      <div #title class="title grow">
        <parley-avatar
          [name]="face.title"
          [id]="face.id"
          [kind]="face.kind"
          [picture]="face.picture"
          [online]="online()"
          [size]="40"
        />
        <div class="grow">
          <h1 class="clip">
            @if (room()?.me) {
              <button class="name clip" type="button" aria-haspopup="dialog" dir="auto" (click)="ask(title)">
                {{ face.title }}
              </button>
            } @else {
              <bdi>{{ face.title }}</bdi>
            }
          </h1>
          <p class="sub">
            <span class="about clip" dir="auto" [class.covered]="status()?.typing">{{ status()?.about }}</span>
            <span class="typing clip" aria-live="polite" dir="auto">{{ status()?.typing }}</span>
          </p>
        </div>
      </div>
      @if (room()?.me) {
        <button
          class="icon-btn"
          type="button"
          i18n-aria-label="@@details"
          aria-label="Details"
          (click)="details.emit()"
        >
          <parley-icon [name]="face.kind === 'room' ? 'users' : 'info'" />
        </button>
        <button
          class="icon-btn"
          type="button"
          aria-haspopup="menu"
          i18n-aria-label="@@moreOptions"
          aria-label="More options"
          (click)="options.emit($event)"
        >
          <parley-icon name="more" />
        </button>
      }
    }
  `,
  styleUrl: './room-header.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomHeader {
  readonly room = input.required<Room | null>();
  /** Who is there and who types; null while the room is not known. */
  readonly status = input.required<RoomStatus | null>();
  /** Whether the other one of a direct room is there. */
  readonly online = input(false);
  readonly details = output();
  /** The reader wants to see more of the other one of a direct room. */
  readonly person = output<PersonAsked>();
  /** The menu of the conversation is asked for. */
  readonly options = output<MouseEvent>();

  protected readonly face = computed(() => {
    const room = this.room();
    return room ? faceOf(room) : null;
  });

  /** The name leads to whoever it names: to a person, or to the members of a room. */
  protected ask(anchor: HTMLElement): void {
    const peer = this.room()?.peer;
    if (peer) this.person.emit({ userId: peer.id, anchor });
    else this.details.emit();
  }
}
