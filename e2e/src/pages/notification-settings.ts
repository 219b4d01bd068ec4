import type { Locator, Page } from '@playwright/test';

/** The page of the settings about notifications. */
export class NotificationSettings {
  readonly permission: Locator;

  constructor(readonly page: Page) {
    this.permission = page.getByRole('region', { name: 'This browser' });
  }

  async open(): Promise<void> {
    await this.page.goto('/settings/notifications');
    await this.page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
  }

  switch(name: string): Locator {
    return this.page.getByRole('switch', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
