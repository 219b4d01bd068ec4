import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '../auth/session-store';
import { signingOut } from '../rooms/sign-out/signing-out';
import { longDate } from '../ui/time-labels';
import { SettingGroup } from './setting-group';
import { SettingRow } from './setting-row';
import { SettingsPage } from './settings-page';

/** Which account this is, and the way out of it. */
@Component({
  selector: 'parley-account-page',
  imports: [MatButton, SettingGroup, SettingRow, SettingsPage],
  template: `
    <parley-settings-page
      i18n-heading="@@settingsAccount"
      heading="Account"
      i18n-lead="@@accountLead"
      lead="Who you are on this server."
    >
      @if (account(); as own) {
        <parley-setting-group i18n-heading="@@yourAccount" heading="Your account">
          <parley-setting-row
            i18n-label="@@username"
            label="Username"
            i18n-note="@@usernameNote"
            note="You sign in with it, and others mention you by it."
          >
            <span class="clip value">{{ '@' + own.user.username }}</span>
          </parley-setting-row>
          <parley-setting-row i18n-label="@@hereSince" label="Here since">
            <span class="value">{{ since() }}</span>
          </parley-setting-row>
          <parley-setting-row i18n-label="@@role" label="Role">
            <span class="value">
              @if (own.admin) {
                <ng-container i18n="@@roleAdmin">Looks after this server</ng-container>
              } @else {
                <ng-container i18n="@@roleMember">Member</ng-container>
              }
            </span>
          </parley-setting-row>
        </parley-setting-group>
        <parley-setting-group i18n-heading="@@thisDevice" heading="This device">
          <parley-setting-row
            i18n-label="@@signOut"
            label="Sign out"
            i18n-note="@@signOutNote"
            note="Ends your session in this browser. Other devices stay signed in."
          >
            <button
              matButton="outlined"
              type="button"
              i18n="@@signOut"
              [attr.aria-busy]="leaving.busy()"
              (click)="leaving.submit(null)"
            >
              Sign out
            </button>
          </parley-setting-row>
        </parley-setting-group>
      }
    </parley-settings-page>
  `,
  styles: `
    .value {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountPage {
  protected readonly account = inject(SessionStore).account;
  protected readonly since = computed(() => longDate(this.account()?.user.createdAt ?? ''));
  protected readonly leaving = signingOut();
}
