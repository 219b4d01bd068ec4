import type { Locator, Page } from '@playwright/test';

/** The page on which the admin of an installation sees who is connected. */
export class Monitor {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/admin');
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Live connections' });
  }

  get state(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^\s*(Live|Paused)\s*$/ });
  }

  /** A figure of the head of the page, by what it is called. */
  figure(name: string): Locator {
    return this.page.locator('.figure', { has: this.page.getByRole('term').filter({ hasText: name }) });
  }

  /** The rows of somebody's connections. */
  rowsOf(person: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: person }) });
  }

  async pause(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pause' }).click();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Go on' }).click();
  }
}
