import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { QuietMenu } from '../notifications/quiet-menu';
import { ChatStore } from '../rooms/store/chat-store';
import { waitingIn } from '../rooms/preferences';
import { RoomActions } from '../rooms/menu/room-actions';
import { Icon } from '../ui/icon';
import { MenuAnchor } from '../ui/menu-anchor';
import type { MenuCall } from '../ui/menu-call';

/** The entries of `LobbyMenu`. */
@Component({
  selector: 'parley-lobby-menu-list',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, QuietMenu, RouterLink],
  template: `
    <parley-menu-anchor [menu]="menu" [call]="call()" (closed)="closed.emit()" />
    <mat-menu #menu="matMenu" xPosition="before">
      <button mat-menu-item type="button" [matMenuTriggerFor]="choices.menu()">
        <span class="entry"><parley-icon name="moon" [size]="20" />{{ choices.entry() }}</span>
      </button>
      <button mat-menu-item type="button" [disabled]="!isWaiting()" (click)="actions.markAllRead()">
        <span class="entry"
          ><parley-icon name="check" [size]="20" /><ng-container i18n="@@keyAllRead"
            >Mark everything as read</ng-container
          ></span
        >
      </button>
      <a mat-menu-item routerLink="/settings">
        <span class="entry"
          ><parley-icon name="sliders" [size]="20" /><ng-container i18n="@@settings">Settings</ng-container></span
        >
      </a>
    </mat-menu>
    <parley-quiet-menu #choices />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LobbyMenuList {
  private readonly chat = inject(ChatStore);
  protected readonly actions = inject(RoomActions);

  readonly call = input.required<MenuCall | null>();
  readonly closed = output();

  protected readonly isWaiting = computed(() => this.chat.rooms().some((room) => waitingIn(room) > 0));
}
