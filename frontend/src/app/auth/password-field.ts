import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';
import { TextInput } from '../ui/text-input';

/** A password, hidden until the reader asks to see it. */
@Component({
  selector: 'parley-password-field',
  imports: [Icon, ReactiveFormsModule, TextField, TextInput],
  template: `
    <parley-text-field i18n-label="@@password" label="Password" [error]="error()" [hint]="hint()">
      <input
        parleyInput
        [type]="shown() ? 'text' : 'password'"
        [formControl]="control()"
        [autocomplete]="autocomplete()"
        autocapitalize="none"
        spellcheck="false"
      />
      <button
        suffix
        type="button"
        class="icon-btn"
        i18n-aria-label="@@showPassword"
        aria-label="Show password"
        [attr.aria-pressed]="shown()"
        (click)="shown.set(!shown())"
      >
        <parley-icon [name]="shown() ? 'eye-off' : 'eye'" [size]="20" />
      </button>
    </parley-text-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordField {
  readonly control = input.required<FormControl<string>>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly error = input('');
  readonly hint = input('');

  protected readonly shown = signal(false);
}
