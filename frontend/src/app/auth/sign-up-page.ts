import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { DisplayName, LIMITS, NewPassword, type RegisterRequest, Username } from '#shared';
import { conforms, contractError } from '../core/conforms';
import { asSentence, errorSentence, fieldSentences } from '../core/error-text';
import { submission } from '../core/submission';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';
import { TextInput } from '../ui/text-input';
import { AuthFrame } from './auth-frame';
import { Door } from './door';
import { PasswordField } from './password-field';
import { SessionStore } from './session-store';

const LABELS = {
  displayName: $localize`:@@yourName:Your name`,
  username: $localize`:@@username:Username`,
  password: $localize`:@@password:Password`,
};
type Field = keyof typeof LABELS;

/** Makes an account and lets its owner in. */
@Component({
  selector: 'parley-sign-up-page',
  imports: [AuthFrame, Icon, PasswordField, ReactiveFormsModule, RouterLink, TextField, TextInput],
  providers: [Door],
  templateUrl: './sign-up-page.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignUpPage {
  private readonly session = inject(SessionStore);
  protected readonly door = inject(Door);

  /** The path to go on to, out of the query. */
  readonly next = input<string>();

  protected readonly labels = LABELS;
  protected readonly passwordHint = $localize`:@@passwordHint:At least ${LIMITS.password.min}:min: characters. A few words in a row are easy to keep.`;
  protected readonly form = new FormGroup({
    displayName: new FormControl('', { nonNullable: true, validators: conforms(DisplayName) }),
    username: new FormControl('', { nonNullable: true, validators: conforms(Username) }),
    password: new FormControl('', { nonNullable: true, validators: conforms(NewPassword) }),
  });
  private readonly tried = signal(false);
  private readonly sent = signal<RegisterRequest | null>(null);

  protected readonly joining = submission({
    send: (request: RegisterRequest) => this.session.register(request),
    done: () => this.door.goOn(this.next()),
    failed: () => this.door.focusFirst('[aria-invalid="true"]'),
  });
  private readonly refused = computed(() => {
    const error = this.joining.error();
    return error ? fieldSentences(error, LABELS) : {};
  });
  /** What the server says that belongs to no field. */
  protected readonly problem = computed(() => {
    const error = this.joining.error();
    return error && Object.keys(this.refused()).length === 0 ? errorSentence(error) : '';
  });

  constructor() {
    this.door.focusFirst('input');
  }

  /** What is wrong with a field: nothing before the first try, then what the contract or the server says of it. */
  protected wrong(field: Field): string {
    const control = this.form.controls[field];
    const fault = this.tried() ? contractError(control) : null;
    if (fault) return asSentence(`${LABELS[field]} ${fault}`);
    const isAsSent = this.sent()?.[field] === control.value;
    return (isAsSent ? this.refused()[field] : undefined) ?? '';
  }

  protected submit(): void {
    this.tried.set(true);
    if (this.form.invalid) return this.door.focusFirst('[aria-invalid="true"]');
    const request = this.form.getRawValue();
    this.sent.set(request);
    this.joining.submit(request);
  }
}
