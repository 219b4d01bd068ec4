import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

let lists = 0;

/** One way of several. */
export interface RadioOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What it means, in a line. */
  readonly note?: string;
  /** The language of the label, where it is another one than the page's. */
  readonly lang?: string;
}

/** Rows of a panel of which one is chosen; arrows move the choice. */
@Component({
  selector: 'parley-radio-list',
  template: `
    <div role="radiogroup" [attr.aria-label]="label()">
      @for (option of options(); track option.value) {
        <label>
          <input
            type="radio"
            [attr.aria-labelledby]="name + option.value"
            [attr.aria-describedby]="option.note ? name + option.value + '-note' : null"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === value()"
            (change)="valueChange.emit(option.value)"
          />
          <span class="grow">
            <span class="label" [id]="name + option.value" [attr.lang]="option.lang">{{ option.label }}</span>
            @if (option.note) {
              <span class="note" [id]="name + option.value + '-note'">{{ option.note }}</span>
            }
          </span>
        </label>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }

    label {
      display: flex;
      align-items: center;
      gap: var(--s2);
      min-height: 48px;
      padding: var(--s1) var(--s2);
      cursor: pointer;
    }

    :host(:not(:first-child)),
    label + label {
      border-top: 1px solid var(--line);
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RadioList<T extends string> {
  /** What is chosen here, for whoever hears it. */
  readonly label = input.required<string>();
  readonly options = input.required<readonly RadioOption<T>[]>();
  readonly value = input.required<T>();
  readonly valueChange = output<T>();

  protected readonly name = `radio-list-${lists++}`;
}
