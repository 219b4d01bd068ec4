import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { User } from '#shared';
import { QuietMenu } from '../notifications/quiet-menu';
import { Icon } from '../ui/icon';
import { MenuAnchor } from '../ui/menu-anchor';
import type { MenuCall } from '../ui/menu-call';

/** What somebody does about their own account. */
@Component({
  selector: 'parley-account-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, QuietMenu, RouterLink],
  template: `
    <parley-menu-anchor [menu]="account" [call]="call()" (closed)="closed.emit()" />
    <mat-menu #account="matMenu" xPosition="after" yPosition="above">
      <div class="whose" role="presentation">
        <p class="clip" dir="auto">{{ user().displayName }}</p>
        <p class="username clip">{{ '@' + user().username }}</p>
      </div>
      <a mat-menu-item routerLink="/settings">
        <span class="entry"
          ><parley-icon name="sliders" [size]="20" /><ng-container i18n="@@settings">Settings</ng-container></span
        >
      </a>
      <button mat-menu-item type="button" [matMenuTriggerFor]="quiet.menu()">
        <span class="entry"><parley-icon name="moon" [size]="20" />{{ quiet.entry() }}</span>
      </button>
      <button mat-menu-item type="button" (click)="leave.emit()">
        <span class="entry"
          ><parley-icon name="leave" [size]="20" /><ng-container i18n="@@signOut">Sign out</ng-container></span
        >
      </button>
    </mat-menu>
    <parley-quiet-menu #quiet />
  `,
  styles: `
    .whose {
      max-width: 240px;
      padding: var(--s1) var(--s2);
      font-weight: 600;
    }

    .username {
      font-size: var(--fs-s);
      font-weight: 400;
      color: var(--ink-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  readonly user = input.required<User>();
  readonly call = input.required<MenuCall | null>();
  readonly closed = output();
  /** Whoever it is wants to sign out. */
  readonly leave = output();
}
