import { afterNextRender, ChangeDetectionStrategy, Component, inject, Injector, input, output } from '@angular/core';

let rows = 0;

/** A row of a panel that is on or off: the whole row is the switch's target. */
@Component({
  selector: 'parley-switch-row',
  template: `
    <label>
      <span class="grow">
        <span class="label" [id]="id">{{ label() }}</span>
        @if (note(); as text) {
          <span class="note" [id]="id + '-note'">{{ text }}</span>
        }
      </span>
      <input
        #control
        type="checkbox"
        role="switch"
        [attr.aria-labelledby]="id"
        [attr.aria-describedby]="note() ? id + '-note' : null"
        [checked]="checked()"
        [disabled]="disabled()"
        (change)="turn(control)"
      />
    </label>
  `,
  styles: `
    :host {
      display: block;
    }

    :host(:not(:first-child)) {
      border-top: 1px solid var(--line);
    }

    label {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 48px;
      padding: var(--s1) var(--s2);
      cursor: pointer;
    }

    label:has(:disabled) {
      cursor: default;
    }

    .label,
    .note {
      display: block;
    }

    .note {
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--ink-2);
    }

    input {
      position: relative;
      flex: none;
      width: 44px;
      height: 24px;
      margin: 0;
      appearance: none;
      border-radius: var(--r-full);
      background: var(--field);
      box-shadow: inset 0 0 0 2px var(--line-strong);
      cursor: inherit;
    }

    input::after {
      position: absolute;
      inset: 6px auto auto 6px;
      width: 12px;
      height: 12px;
      border-radius: 50%;
      background: var(--line-strong);
      transition: all var(--fast) var(--ease);
      content: '';
    }

    input:checked {
      background: var(--accent);
      box-shadow: none;
    }

    input:checked::after {
      inset: 3px auto auto 23px;
      width: 18px;
      height: 18px;
      background: var(--on-accent);
    }

    input:disabled {
      opacity: 0.4;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SwitchRow {
  readonly label = input.required<string>();
  /** What it means, in a line. */
  readonly note = input('');
  readonly checked = input.required<boolean>();
  readonly disabled = input(false);
  /** The reader has turned it on or off. */
  readonly checkedChange = output<boolean>();

  private readonly injector = inject(Injector);
  protected readonly id = `switch-${rows++}`;

  /** It shows what it is told: where the change is not taken, it goes back to where it was. */
  protected turn(control: HTMLInputElement): void {
    this.checkedChange.emit(control.checked);
    afterNextRender(() => (control.checked = this.checked()), { injector: this.injector });
  }
}
