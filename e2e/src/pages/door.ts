import type { Locator, Page } from '@playwright/test';

/** Sign-in and sign-up. */
export class Door {
  readonly signInHeading: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    this.signInHeading = page.getByRole('heading', { level: 1, name: 'Sign in' });
    this.problem = page.getByRole('alert');
  }

  async signIn(username: string, password: string): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Sign in' });
    await form.getByLabel('Username').fill(username);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
  }

  async signUp(displayName: string, username: string, password: string): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Create an account' });
    await form.getByLabel(/name/i).first().fill(displayName);
    await form.getByLabel('Username').fill(username);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Create account' }).click();
  }

  /** A field of the form with what it says is wrong with it. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }
}
