import { ChangeDetectionStrategy, Component, input } from '@angular/core';

let groups = 0;

/** Settings that belong together: a heading over a panel of rows. Whatever carries `foot` stands under the panel. */
@Component({
  selector: 'parley-setting-group',
  template: `
    <section [attr.aria-labelledby]="id">
      <h2 [id]="id">{{ heading() }}</h2>
      <div class="panel">
        <ng-content />
      </div>
      <ng-content select="[foot]" />
    </section>
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: var(--s1);
      font: 600 var(--fs-m) / 24px var(--font);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingGroup {
  readonly heading = input.required<string>();
  protected readonly id = `setting-group-${groups++}`;
}
