import { ChangeDetectionStrategy, Component, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageReload } from '../../core/page-reload';
import { PreferencesStore } from '../../core/preferences-store';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { RadioList } from '../../ui/radio-list';
import { SwitchRow } from '../../ui/switch-row';
import { SettingGroup } from '../setting-group';
import { SettingRow } from '../setting-row';
import { SettingsPage } from '../settings-page';
import { DENSITIES, LANGUAGES, TEXT_SIZES } from './appearance-choices';
import { AppearanceSample } from './appearance-sample';
import { ThemeChoice } from './theme-choice';

/** How Parley looks and speaks in this browser. What is chosen holds at once. */
@Component({
  selector: 'parley-appearance-page',
  imports: [AppearanceSample, MatButton, RadioList, SettingGroup, SettingRow, SettingsPage, SwitchRow, ThemeChoice],
  templateUrl: './appearance-page.html',
  styles: `
    /* On a phone Enter breaks the line, and the button sends. */
    @media (max-width: 719px) and (pointer: coarse) {
      .keyboard {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppearancePage {
  private readonly page = inject(PageReload);

  protected readonly preferences = inject(PreferencesStore);
  protected readonly densities = DENSITIES;
  protected readonly textSizes = TEXT_SIZES;
  protected readonly languages = LANGUAGES;
  protected readonly sendNote = sendNote(inject(ShortcutKeys));

  /** Not yet spoken: the arrows of the keyboard pass through the languages, and a reload in between would be rude. */
  protected readonly chosenLanguage = linkedSignal(this.preferences.language);

  /** Texts are made when the page is read: another language needs it anew. Drafts are kept as one types. */
  protected speak(): void {
    this.preferences.set({ language: this.chosenLanguage() });
    this.page.now();
  }
}

/** With the keys as they stand on the reader's keyboard. */
function sendNote(keys: ShortcutKeys): string {
  const [shift, mod, enter] = ['Shift', 'Mod', 'Enter'].flatMap((key) => keys.keysOf(key)).map(({ shown }) => shown);
  return $localize`:@@sendWithEnterNote:${shift}:shift: and ${enter}:enter: break the line. If you turn this off, ${enter}:enter: breaks it, and ${mod}:mod: and ${enter}:enter: send.`;
}
