import { expect, type Locator, type Page } from '@playwright/test';

/** So long a try is given before another one is asked for. */
const SOON_MS = 1_500;

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
    await this.hurryUntil(() => expect(this.banner).toBeHidden({ timeout: SOON_MS }));
  }

  /** Asks for a try whenever the page waits for the next one, until it says this. */
  async hurryUntilItSays(words: string): Promise<void> {
    await this.hurryUntil(() => expect(this.banner).toContainText(words, { timeout: SOON_MS }));
  }

  private async hurryUntil(holds: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.tryNow.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
      await holds();
    }).toPass({ timeout: 45_000 });
  }
}
