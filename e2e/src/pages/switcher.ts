import type { Locator, Page } from '@playwright/test';

/** The box that jumps to what one types a few letters of. */
export class Switcher {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly options: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Jump to' });
    this.field = this.dialog.getByRole('combobox', { name: 'Jump to' });
    this.options = this.dialog.getByRole('option');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.field.waitFor();
  }

  /** The option that Enter opens. */
  get active(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }
}
