import type { Locator, Page } from '@playwright/test';

/** Everybody on the server, to write to. */
export class People {
  readonly list: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('list', { name: 'People' });
  }

  async open(): Promise<void> {
    await this.page.goto('/people');
    await this.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  }

  /** Opens the conversation with one person, found by the username, which is nobody else's. */
  async writeTo(username: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search people', exact: true }).fill(username);
    await this.list.getByRole('button', { name: `@${username}` }).click();
  }
}
