import type { Locator, Page } from '@playwright/test';

/** The settings: their list, and one page of them. */
export class Settings {
  readonly list: Locator;
  /** One's picture, with the ways to another one. */
  readonly pictureField: Locator;
  /** Chooses the part of a new picture that shows. */
  readonly cropDialog: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole('complementary', { name: 'Settings' });
    this.pictureField = page.locator('parley-picture-field');
    this.cropDialog = page.getByRole('dialog', { name: 'Choose what shows' });
  }

  async open(section: string): Promise<void> {
    await this.page.goto(`/settings/${section.toLowerCase()}`);
    await this.title(section).waitFor();
  }

  title(name: string): Locator {
    return this.page.locator('parley-settings-page').getByRole('heading', { level: 1, name });
  }

  radio(label: string): Locator {
    return this.page.getByRole('radio', { name: label, exact: true });
  }

  switch(label: string): Locator {
    return this.page.getByRole('switch', { name: label });
  }

  /** Turns a switch, and waits until the server has said yes. */
  async turn(label: string, to: 'on' | 'off'): Promise<void> {
    const saved = this.page.waitForResponse((r) => r.url().endsWith('/me') && r.request().method() === 'PATCH');
    await this.switch(label).setChecked(to === 'on');
    await saved;
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await this.page.getByText('Saved', { exact: true }).waitFor();
  }

  /** Chooses a file as one's picture; the dialog that crops it is then open. */
  async choosePicture(png: Buffer): Promise<Locator> {
    await this.page.locator('input[type="file"]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png });
    await this.cropDialog.waitFor();
    return this.cropDialog;
  }
}
