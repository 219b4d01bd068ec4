import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** A page with a search field over a list of the server's. */
export class ListPageHarness extends ComponentHarness {
  static hostSelector = 'parley-list-page';

  private readonly field = this.locatorFor('input[type="search"]');

  async search(text: string): Promise<void> {
    await (await this.field()).setInputValue(text);
    await (await this.field()).dispatchEvent('input');
  }

  /** What its items are called. */
  async names(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('li h2')()).map((name) => name.text()));
  }

  async isLoading(): Promise<boolean> {
    return (await this.locatorForOptional('parley-skeleton-rows')()) !== null;
  }

  /** What stands in the place of items that are not there; null where nothing does. */
  async note(): Promise<string | null> {
    return (await (await this.locatorForOptional('li.none')())?.text({ exclude: 'button' })) ?? null;
  }

  /** What went wrong, in words that are read out at once; null where nothing has. */
  async alert(): Promise<string | null> {
    return (await (await this.locatorForOptional('[role="alert"]')())?.text({ exclude: 'button' })) ?? null;
  }

  /** The words on its buttons, those of its items by what they are for a screen reader. */
  async buttons(): Promise<string[]> {
    const buttons = await this.locatorForAll(MatButtonHarness)();
    return Promise.all(
      buttons.map(async (each) => (await (await each.host()).getAttribute('aria-label')) ?? (await each.getText())),
    );
  }

  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}
