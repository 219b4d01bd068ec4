import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The name of a day over its messages. */
@Component({
  selector: 'parley-date-chip',
  template: '{{ label() }}',
  styles: `
    :host {
      display: block;
      width: max-content;
      padding: 4px var(--s1h);
      border-radius: var(--r-full);
      background: var(--chip);
      box-shadow: var(--e1);
      font: 500 var(--fs-xs) / 20px var(--font);
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DateChip {
  readonly label = input.required<string>();
}
