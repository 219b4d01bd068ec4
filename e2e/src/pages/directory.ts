import type { Locator, Page } from '@playwright/test';

/** The public rooms of the server. */
export class Directory {
  readonly rooms: Locator;

  constructor(readonly page: Page) {
    this.rooms = page.getByRole('list', { name: 'Rooms' });
  }

  async open(): Promise<void> {
    await this.page.goto('/directory');
    await this.page.getByRole('heading', { level: 1, name: 'Rooms' }).waitFor();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search rooms' }).fill(text);
  }

  async join(name: string): Promise<void> {
    await this.search(name);
    await this.rooms.getByRole('button', { name: `Join ${name}` }).click();
  }
}
