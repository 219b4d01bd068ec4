import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A row of a setting group: what it is, a line about it, and at its end what is projected: a value or a button. */
@Component({
  selector: 'parley-setting-row',
  template: `
    <div class="grow">
      <p>{{ label() }}</p>
      @if (note(); as text) {
        <p class="note">{{ text }}</p>
      }
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 48px;
      padding: var(--s1) var(--s2);
    }

    :host(:not(:first-child)) {
      border-top: 1px solid var(--line);
    }

    .note {
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingRow {
  readonly label = input.required<string>();
  readonly note = input('');
}
