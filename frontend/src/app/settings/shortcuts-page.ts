import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ShortcutKeys } from '../core/shortcut-keys';
import { ShortcutList } from '../ui/shortcut-list';
import { SettingsPage } from './settings-page';

/** All that the keyboard does. */
@Component({
  selector: 'parley-shortcuts-page',
  imports: [SettingsPage, ShortcutList],
  template: `
    <parley-settings-page
      i18n-heading="@@keySheetTitle"
      heading="Keyboard shortcuts"
      i18n-lead="@@shortcutsLead"
      lead="All of it can be done without a mouse. Press ? anywhere to see this list."
    >
      <div class="panel"><parley-shortcut-list [groups]="groups" /></div>
    </parley-settings-page>
  `,
  styles: `
    .panel {
      padding: var(--s2) var(--s2) 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutsPage {
  protected readonly groups = inject(ShortcutKeys).groups();
}
