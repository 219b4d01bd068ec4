import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../auth/session-store';
import { ChatStore } from '../rooms/chat-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Wallpaper } from '../ui/wallpaper';
import { greeting } from './greeting';

/** What stands beside the list while nothing is open. */
@Component({
  selector: 'parley-welcome-page',
  imports: [EmptyState, Icon, MatButton, RouterLink, Wallpaper],
  template: `
    <parley-wallpaper />
    <parley-empty-state [heading]="heading()">
      @if (hasConversations()) {
        <ng-container i18n="@@chooseConversation"
          >Choose a conversation on the left, or find a room or a person to talk to.</ng-container
        >
      } @else {
        <ng-container i18n="@@itBegins">It begins with a room to join or a person to write to.</ng-container>
      }
      <ng-container actions>
        @if (hasConversations()) {
          <a matButton="filled" routerLink="/directory" i18n="@@browseRooms">Browse rooms</a>
          <a matButton="outlined" routerLink="/people" i18n="@@findSomebody">Find people</a>
        }
      </ng-container>
    </parley-empty-state>
    <p class="foot">
      <parley-icon name="lock" [size]="16" /><span i18n="@@staysOn">Everything you write stays on {{ host }}</span>
    </p>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      place-items: center;
      background: var(--chat);
      --counter: var(--chat);
    }

    .mat-mdc-outlined-button {
      background: var(--surface);
    }

    .foot {
      position: absolute;
      inset: auto var(--s2) var(--s3);
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--s1);
      font-size: var(--fs-s);
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WelcomePage {
  private readonly chat = inject(ChatStore);
  private readonly user = inject(SessionStore).user;

  protected readonly host = inject(DOCUMENT).location.hostname;
  /** While there are none, the list beside this shows the ways on. */
  protected readonly hasConversations = computed(() => this.chat.rooms().length > 0);
  protected readonly heading = computed(() => greeting(this.user()?.displayName ?? '', new Date()));
}
