import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import type { LoginRequest } from '#shared';
import { errorSentence } from '../core/error-text';
import { submission } from '../core/submission';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';
import { TextInput } from '../ui/text-input';
import { AuthFrame } from './auth-frame';
import { Door } from './door';
import { PasswordField } from './password-field';
import { SessionStore } from './session-store';

const MISSING = {
  username: $localize`:@@enterUsername:Enter your username.`,
  password: $localize`:@@enterPassword:Enter your password.`,
};

/** Lets a person in, and sends them on to where they were going. */
@Component({
  selector: 'parley-sign-in-page',
  imports: [AuthFrame, Icon, PasswordField, ReactiveFormsModule, RouterLink, TextField, TextInput],
  providers: [Door],
  templateUrl: './sign-in-page.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  private readonly session = inject(SessionStore);
  protected readonly door = inject(Door);

  /** The path to go on to, out of the query. */
  readonly next = input<string>();

  protected readonly wasEnded = this.session.signedOutReason() === 'ended';
  protected readonly form = new FormGroup({
    username: new FormControl('', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  private readonly tried = signal(false);

  protected readonly signingIn = submission({
    send: (request: LoginRequest) => this.session.signIn(request),
    done: () => this.door.goOn(this.next()),
    failed: () => this.door.focusFirst('parley-password-field input'),
  });
  protected readonly problem = computed(() => {
    const error = this.signingIn.error();
    if (!error) return '';
    if (error.code === 'unauthenticated') {
      return $localize`:@@noMatch:Username and password do not match. Check both and try again.`;
    }
    return errorSentence(error);
  });

  constructor() {
    this.door.focusFirst('input');
  }

  protected missing(field: keyof typeof MISSING): string {
    return this.tried() && this.form.controls[field].invalid ? MISSING[field] : '';
  }

  protected submit(): void {
    this.tried.set(true);
    if (this.form.valid) this.signingIn.submit(this.form.getRawValue());
    else this.door.focusFirst('[aria-invalid="true"]');
  }
}
