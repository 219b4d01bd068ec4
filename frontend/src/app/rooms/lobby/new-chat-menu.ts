import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { Icon } from '../../ui/icon';
import { MenuAnchor } from '../../ui/menu-anchor';
import type { MenuCall } from '../../ui/menu-call';
import { CreateRoom } from '../directory/create-room';

/** The ways to a new conversation. */
@Component({
  selector: 'parley-new-chat-menu',
  imports: [Icon, MatMenu, MatMenuItem, MenuAnchor, RouterLink],
  template: `
    <parley-menu-anchor [menu]="newChat" [call]="call()" (closed)="closed.emit()" />
    <mat-menu #newChat="matMenu" xPosition="before">
      <a mat-menu-item routerLink="/people"
        ><span class="entry"
          ><parley-icon name="user" [size]="20" /><ng-container i18n="@@messagePerson"
            >Message a person</ng-container
          ></span
        ></a
      >
      <button mat-menu-item type="button" (click)="createRoom.open()">
        <span class="entry"
          ><parley-icon name="plus" [size]="20" /><ng-container i18n="@@createRoom">Create a room</ng-container></span
        >
      </button>
      <a mat-menu-item routerLink="/directory"
        ><span class="entry"
          ><parley-icon name="hash" [size]="20" /><ng-container i18n="@@browseRooms">Browse rooms</ng-container></span
        ></a
      >
    </mat-menu>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewChatMenu {
  protected readonly createRoom = inject(CreateRoom);

  readonly call = input.required<MenuCall | null>();
  readonly closed = output();
}
