import type { Locator, Page } from '@playwright/test';

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

  /** Asks for a try at once, where the page has not come back by itself meanwhile. */
  async hurry(): Promise<void> {
    await this.tryNow.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
  }
}
