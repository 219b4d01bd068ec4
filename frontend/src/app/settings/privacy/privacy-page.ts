import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../ui/icon';
import { SwitchRow } from '../../ui/switch-row';
import { SettingGroup } from '../setting-group';
import { SettingsPage } from '../settings-page';
import { PrivacyStore } from './privacy-store';

/** What others see of the reader's presence and reading. */
@Component({
  selector: 'parley-privacy-page',
  imports: [Icon, SettingGroup, SettingsPage, SwitchRow],
  template: `
    <parley-settings-page
      i18n-heading="@@settingsPrivacy"
      heading="Privacy"
      i18n-lead="@@privacyLead"
      lead="What others see of you. Each choice works both ways."
    >
      @if (store.settings(); as settings) {
        <parley-setting-group i18n-heading="@@privacyPresence" heading="Presence">
          <parley-switch-row
            i18n-label="@@sharePresence"
            label="Show when I am online"
            i18n-note="@@sharePresenceNote"
            note="Others see that you are here, and when you were last seen. If you turn this off, you also no longer see when others are."
            [checked]="settings.sharePresence"
            (checkedChange)="store.change({ sharePresence: $event })"
          />
        </parley-setting-group>
        <parley-setting-group i18n-heading="@@privacyReceipts" heading="Read receipts">
          <parley-switch-row
            i18n-label="@@shareReceipts"
            label="Show what I have read"
            i18n-note="@@shareReceiptsNote"
            note="Others see blue ticks once you have read their messages. If you turn this off, you also no longer see when others have read yours. An answer still tells that you have read what came before. Your own unread counts stay as they are."
            [checked]="settings.shareReceipts"
            (checkedChange)="store.change({ shareReceipts: $event })"
          />
        </parley-setting-group>
      }
      <p class="alert" role="alert">
        @if (store.problem(); as problem) {
          <parley-icon name="alert" [size]="20" />{{ problem }}
        }
      </p>
    </parley-settings-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {
  protected readonly store = inject(PrivacyStore);
}
