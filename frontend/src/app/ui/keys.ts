import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** What stands on a key, and how that is said. */
export interface ShownKey {
  readonly shown: string;
  readonly said: string;
}

/** Keys as they stand on the keyboard, pressed together. */
@Component({
  selector: 'parley-keys',
  template: `
    @for (key of keys(); track $index) {
      <kbd>
        @if (key.said === key.shown) {
          {{ key.shown }}
        } @else {
          <span aria-hidden="true">{{ key.shown }}</span>
          <span class="sr">{{ key.said }}</span>
        }
      </kbd>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      gap: var(--s-half);
    }

    kbd {
      min-width: 20px;
      padding: 2px 6px;
      border-radius: 6px;
      background: var(--surface);
      box-shadow: inset 0 0 0 1px var(--line);
      color: var(--ink-2);
      font: 500 var(--fs-xs) / 16px var(--font);
      text-align: center;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Keys {
  readonly keys = input.required<readonly ShownKey[]>();
}
