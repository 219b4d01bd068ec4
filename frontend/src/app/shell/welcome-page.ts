import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '../auth/session-store';
import { ShortcutKeys } from '../core/shortcut-keys';
import { SHORTCUTS } from '../core/shortcuts';
import { ChatStore } from '../rooms/store/chat-store';
import { NewChatMenu } from '../rooms/lobby/new-chat-menu';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Keys } from '../ui/keys';
import type { MenuCall } from '../ui/menu-call';
import { MenuOpener } from '../ui/menu-opener';
import { Wallpaper } from '../ui/wallpaper';
import { greeting } from './greeting';
import { OpenSwitcher } from './switcher/open-switcher';

/** What stands beside the list while nothing is open: the two ways to a conversation that it does not show. */
@Component({
  selector: 'parley-welcome-page',
  imports: [EmptyState, Icon, Keys, MatButton, MenuOpener, NewChatMenu, Wallpaper],
  template: `
    <parley-wallpaper />
    <parley-empty-state [heading]="heading()">
      @if (isEmpty()) {
        <ng-container i18n="@@itBegins">It begins with a room to join or a person to write to.</ng-container>
      } @else {
        <ng-container i18n="@@chooseConversation"
          >Choose a conversation on the left, or jump straight to a person or a room.</ng-container
        >
      }
      <ng-container actions>
        @if (!isEmpty()) {
          <button matButton="filled" type="button" [(parleyMenuOpener)]="newChat">
            <span class="way"
              ><parley-icon name="new" [size]="20" /><ng-container i18n="@@newChat">New chat</ng-container></span
            >
          </button>
          <button matButton="outlined" type="button" aria-haspopup="dialog" (click)="switcher.open()">
            <span class="way"
              ><ng-container i18n="@@jumpTo">Jump to</ng-container><parley-keys aria-hidden="true" [keys]="jumpKeys"
            /></span>
          </button>
        }
      </ng-container>
    </parley-empty-state>
    <p class="foot">
      <parley-icon name="lock" [size]="16" /><span i18n="@@staysOn">Everything you write stays on {{ host }}</span>
    </p>
    @defer (when newChat()) {
      <parley-new-chat-menu [call]="newChat()" (closed)="newChat.set(null)" />
    }
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

    .way {
      display: flex;
      align-items: center;
      gap: var(--s1);
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
  private readonly keys = inject(ShortcutKeys);
  protected readonly switcher = inject(OpenSwitcher);

  protected readonly host = inject(DOCUMENT).location.hostname;
  protected readonly newChat = signal<MenuCall | null>(null);
  protected readonly jumpKeys = this.keys.namesOf(SHORTCUTS.switcher)[0] ?? [];
  /** While there are no conversations, the list beside this shows the ways on. */
  protected readonly isEmpty = computed(() => this.chat.loadState() === 'ready' && this.chat.rooms().length === 0);
  protected readonly heading = computed(() => greeting(this.user()?.displayName ?? '', new Date()));
}
