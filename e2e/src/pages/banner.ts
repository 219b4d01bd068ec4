import { expect, type Locator, type Page } from '@playwright/test';

/** What the page says about its connection. */
export class ConnectionBanner {
  readonly banner: Locator;
  private readonly tryNow: Locator;
  /** Takes the client that goes with a newer server. */
  readonly reload: Locator;

  constructor(page: Page) {
    this.banner = page.locator('parley-connection-banner parley-banner');
    this.tryNow = this.banner.getByRole('button', { name: 'Try now' });
    this.reload = this.banner.getByRole('button', { name: 'Reload' });
  }

  /** Asks for a try whenever the page waits for the next one, until it has nothing more to say. */
  async comeBack(): Promise<void> {
    await expect(async () => {
      await this.hurry();
      await expect(this.banner).toBeHidden({ timeout: 1_500 });
    }).toPass({ timeout: 45_000 });
  }

  /** Asks for a try at once, where the page waits for the next one. */
  async hurry(): Promise<void> {
    await this.tryNow.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
  }
}
