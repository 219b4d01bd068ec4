import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

let instances = 0;

/**
 * A label, a control, and under it a hint or what is wrong with it, tied together for every reader:
 * `<parley-text-field label="Username" [error]=".."><input parleyInput formControlName=".." /></parley-text-field>`.
 * Whatever carries `suffix` stands inside the control at its end.
 */
@Component({
  selector: 'parley-text-field',
  template: `
    <label [for]="id">{{ label() }}</label>
    <div class="control" [class.invalid]="error()">
      <ng-content />
      <ng-content select="[suffix]" />
    </div>
    @if (noteId(); as noteId) {
      <p class="note" [class.error]="error()" [id]="noteId">{{ error() || hint() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
    }

    label {
      font: 500 var(--fs-s) / 20px var(--font);
      color: var(--ink-2);
    }

    .control {
      display: flex;
      align-items: center;
      min-height: 48px;
      padding: 0 4px 0 var(--s2);
      border: 1px solid var(--line-strong);
      border-radius: var(--r-m);
      background: var(--surface);
    }

    .control.invalid {
      border-color: var(--danger);
    }

    .control:focus-within {
      border-color: transparent;
      outline: 2px solid var(--focus);
      outline-offset: -1px;
    }

    .note {
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--ink-3);
    }

    .note.error {
      color: var(--danger);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  readonly label = input.required<string>();
  /** What is wrong, as a sentence; empty while all is well. */
  readonly error = input('');
  readonly hint = input('');

  readonly id = `field-${instances++}`;
  /** The id of the line under the control, while there is one. */
  readonly noteId = computed(() => (this.error() || this.hint() ? `${this.id}-note` : null));
}
