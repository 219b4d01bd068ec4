import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon';

/** The frame of one page of the settings: its title, a line on what it is for, and on a phone the way back to the list. */
@Component({
  selector: 'parley-settings-page',
  imports: [Icon, RouterLink],
  template: `
    <div class="page">
      <div class="page-in">
        <header>
          <a
            class="icon-btn back"
            routerLink="/settings"
            i18n-aria-label="@@backToSettings"
            aria-label="Back to settings"
            ><parley-icon name="back"
          /></a>
          <div class="grow">
            <h1>{{ heading() }}</h1>
            <p class="lead">{{ lead() }}</p>
          </div>
        </header>
        <ng-content />
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
      min-height: 0;
      height: 100%;
    }

    .page-in {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
    }

    .back {
      display: none;
    }

    @media (max-width: 719px) {
      header {
        display: flex;
        align-items: flex-start;
        gap: var(--s-half);
      }

      .back {
        display: grid;
        margin: -6px 0 -6px -10px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
}
