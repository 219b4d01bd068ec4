import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Keys, type ShownKey } from './keys';

/** Some things that the keyboard does, under a title. */
export interface ShownShortcuts {
  readonly title: string;
  readonly shortcuts: readonly {
    readonly label: string;
    /** What stands on the keys, one list for each way to press them. */
    readonly ways: readonly (readonly ShownKey[])[];
  }[];
}

/** What the keyboard does, by group. */
@Component({
  selector: 'parley-shortcut-list',
  imports: [Keys],
  template: `
    @for (group of groups(); track group.title) {
      <section>
        <h2>{{ group.title }}</h2>
        <dl>
          @for (shortcut of group.shortcuts; track shortcut.label) {
            <div>
              <dt>{{ shortcut.label }}</dt>
              <dd>
                @for (way of shortcut.ways; track $index) {
                  @if (!$first) {
                    <span class="or" i18n="@@orKeys">or</span>
                  }
                  <parley-keys [keys]="way" />
                }
              </dd>
            </div>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      columns: 2 300px;
      column-gap: var(--s5);
    }

    section {
      padding-bottom: var(--s3);
      break-inside: avoid;
    }

    h2 {
      padding-bottom: var(--s-half);
      font: 500 var(--fs-xs) / 16px var(--font);
      color: var(--ink-3);
    }

    dl > div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--s2);
      min-height: 40px;
      padding: var(--s-half) 0;
      border-bottom: 1px solid var(--line);
      color: var(--ink);
    }

    dl > div:last-child {
      border-bottom: 0;
    }

    .or {
      color: var(--ink-3);
      font-size: var(--fs-xs);
    }

    dd {
      display: flex;
      align-items: center;
      flex: none;
      gap: var(--s1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutList {
  readonly groups = input.required<readonly ShownShortcuts[]>();
}
