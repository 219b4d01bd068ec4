import { expect, type Locator, type Page } from '@playwright/test';

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

  /** Lets it be quiet by itself every day from one time until another. */
  async keepQuiet(from: string, until: string): Promise<void> {
    await this.switch('Keep quiet at set times').check();
    const days = this.page.getByRole('group', { name: 'Days on which it begins' }).getByRole('button');
    await expect(days).toHaveCount(7);
    for (const day of await days.all()) {
      if ((await day.getAttribute('aria-pressed')) === 'false') await day.click();
      await expect(day).toHaveAttribute('aria-pressed', 'true');
    }
    for (const [field, time] of Object.entries({ From: from, Until: until })) {
      await this.page.getByLabel(field, { exact: true }).fill(time);
      await this.page.getByLabel(field, { exact: true }).blur();
    }
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
