import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * One sentence across the panes about something that is under way, and what one can do about it.
 * What it says is announced by whoever shows it, since a countdown in it would be read out each second.
 * `<parley-banner><strong>Reconnecting.</strong> sentence <button action>Try now</button></parley-banner>`
 */
@Component({
  selector: 'parley-banner',
  template: `
    @if (busy()) {
      <span class="spinner" aria-hidden="true"></span>
    }
    <p><ng-content /></p>
    <ng-content select="[action]" />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s1h);
      min-height: 48px;
      padding: 4px var(--s2) 4px var(--s3);
      background: var(--warn-bg);
      border-bottom: 1px solid var(--warn-line);
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--warn-ink);
      --mat-button-text-label-text-color: var(--warn-ink);
      --mat-button-text-label-text-size: var(--fs-s);
      --mat-button-text-state-layer-color: var(--warn-ink);
      --mat-button-text-disabled-label-text-color: var(--warn-ink);
    }

    p {
      flex: 1;
      min-width: 0;
    }

    .spinner {
      width: 18px;
      height: 18px;
      border-color: var(--warn-ink) var(--warn-line) var(--warn-line);
    }

    @media (max-width: 719px) {
      :host {
        padding-left: var(--s2);
        line-height: 18px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Banner {
  /** Whether something is going on that the reader waits for. */
  readonly busy = input(true);
}
