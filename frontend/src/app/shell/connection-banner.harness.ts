import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** What the page says about its connection, to those who see it and to those who hear it. */
export class ConnectionBannerHarness extends ComponentHarness {
  static hostSelector = 'parley-connection-banner';

  private readonly banner = this.locatorForOptional('parley-banner');
  private readonly status = this.locatorFor('[role="status"]');
  private readonly button = this.locatorForOptional(MatButtonHarness);

  /** What it says, in one line, with its button; empty while it is not there. */
  async text(): Promise<string> {
    const words = (await (await this.banner())?.text()) ?? '';
    return words.replace(/\s+/gu, ' ').trim();
  }

  /** What a screen reader is told. */
  async announced(): Promise<string> {
    return (await this.status()).text();
  }

  /** Whether it shows that something is going on. */
  async isBusy(): Promise<boolean> {
    return (await this.locatorForOptional('.spinner')()) !== null;
  }

  /** What its one button says; null where there is nothing to be done. */
  async buttonText(): Promise<string | null> {
    return (await (await this.button())?.getText()) ?? null;
  }

  async press(): Promise<void> {
    await (await this.button())?.click();
  }
}
