import type { Locator, Page } from '@playwright/test';

/** One room, or one direct conversation. */
export class Conversation {
  readonly log: Locator;
  readonly messages: Locator;
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.log = page.getByRole('log', { name: 'Messages' });
    this.messages = this.log.getByRole('listitem');
    this.composer = page.getByRole('textbox', { name: 'Message' });
  }

  async open(roomId: string): Promise<void> {
    await this.page.goto(`/rooms/${roomId}`);
    await this.composer.waitFor();
  }

  title(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** The message with this text. */
  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** How far an own message has come, by what its tick says. */
  tick(text: string, says: string | RegExp): Locator {
    return this.message(text).getByRole('img', { name: says, exact: true });
  }

  /** The messages of the log in their order, only their words. */
  async texts(): Promise<string[]> {
    return this.log.locator('parley-linked-text').allInnerTexts();
  }
}
