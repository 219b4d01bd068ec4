import { ChangeDetectionStrategy, Component } from '@angular/core';
import { EmptyState } from '../ui/empty-state';

/** What stands beside the list of the settings while none of its pages is open. */
@Component({
  selector: 'parley-settings-start',
  imports: [EmptyState],
  template: `<parley-empty-state i18n-heading="@@settingsStart" heading="Choose what to set on the left" />`,
  styles: `
    :host {
      display: grid;
      place-items: center;
      background: var(--bg);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsStart {}
