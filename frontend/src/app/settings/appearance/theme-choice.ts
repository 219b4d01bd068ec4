import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { DevicePreferences } from '../../core/device-preferences';
import { THEMES } from './appearance-choices';

type Theme = DevicePreferences['theme'];

/** The themes, each as a small picture of the house in it. */
@Component({
  selector: 'parley-theme-choice',
  template: `
    <div class="cards" role="radiogroup" i18n-aria-label="@@theme" aria-label="Theme">
      @for (theme of themes; track theme.value) {
        <label>
          <span class="picture" aria-hidden="true">
            @for (side of sidesOf(theme.value); track side) {
              <span class="scene" [attr.data-theme]="side">
                <span class="list"><i></i><i></i><i></i></span>
                <span class="chat"><i></i><i class="own"></i><i></i></span>
              </span>
            }
          </span>
          <span class="name">
            <input
              type="radio"
              name="theme"
              [value]="theme.value"
              [checked]="theme.value === value()"
              (change)="valueChange.emit(theme.value)"
            />
            {{ theme.label }}
          </span>
        </label>
      }
    </div>
  `,
  styleUrl: './theme-choice.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeChoice {
  readonly value = input.required<Theme>();
  readonly valueChange = output<Theme>();

  protected readonly themes = THEMES;

  /** The system's theme is either: the picture shows half of each. */
  protected sidesOf(theme: Theme): readonly Theme[] {
    return theme === 'system' ? ['light', 'dark'] : [theme];
  }
}
