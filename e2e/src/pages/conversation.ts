import { expect, type Locator, type Page } from '@playwright/test';
import { hold } from '../support/fingers.js';

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

  /** What holds the words of the message with this text. */
  bubble(text: string): Locator {
    return this.message(text).locator('.bubble');
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  async openMenu(text: string): Promise<void> {
    await this.bubble(text).click({ button: 'right' });
  }

  /** Rests a finger on a message until its menu opens. */
  async hold(text: string): Promise<void> {
    await hold(this.bubble(text), this.page.getByRole('menu'));
  }

  /** The name over the first message of somebody. */
  name(of: string): Locator {
    return this.log.locator('.who').getByRole('button', { name: of, exact: true }).first();
  }

  /** What is shown of a person. */
  card(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Does with a message what its menu offers. */
  async choose(text: string, entry: string): Promise<void> {
    await this.openMenu(text);
    await this.page.getByRole('menuitem', { name: entry }).click();
    await this.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  /** What the beginning of a name in the composer may mean. */
  suggestion(name: string | RegExp): Locator {
    return this.page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name });
  }

  /** All emojis, once they are asked for. */
  get emojis(): Locator {
    return this.page.getByRole('dialog', { name: 'Emoji' });
  }

  /** How far an own message has come, by what its tick says. */
  tick(text: string, says: string | RegExp): Locator {
    return this.message(text).getByRole('img', { name: says, exact: true });
  }

  /** What a message answers, as it shows it. */
  quote(text: string): Locator {
    return this.message(text).getByRole('button', { name: /^In answer to/ });
  }

  /** The names of the days over their messages, from the first that is rendered. */
  get days(): Locator {
    return this.log.getByRole('button', { name: /go to another day/ });
  }

  /** One day's messages, by the name of the day. */
  day(name: string): Locator {
    return this.log.getByRole('region', { name });
  }

  /** Goes to a day, given as `2026-06-11`, by the name of the one that is in view. */
  async goToDay(day: string): Promise<void> {
    await this.days.last().click();
    const dialog = this.page.getByRole('dialog', { name: 'Go to a day' });
    await dialog.getByLabel('Day').fill(day);
    await dialog.getByRole('button', { name: 'Go there' }).click();
  }

  async goToEnd(): Promise<void> {
    await this.page.getByRole('button', { name: /Jump to the newest message/ }).click();
  }

  /** The places of the messages that are rendered, in the order of the page. */
  async places(): Promise<number[]> {
    const places = await this.log
      .locator('[data-seq]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-seq'))));
    return places;
  }

  /**
   * Turns so many pixels, and tells how far a message that stays in view has moved beyond that once all that
   * this brings has been rendered: 0 where nothing jumps.
   */
  turn(pixels: number): Promise<number> {
    return this.log.evaluate(async (log, by) => {
      const top = (row: Element): number => row.getBoundingClientRect().top;
      const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
      const rows = Array.from(log.querySelectorAll('[data-place]'));
      const { top: edge, height } = log.getBoundingClientRect();
      const row = rows.find((each) => top(each) >= edge + (by < 0 ? 0 : height / 2)) ?? rows[0];
      const [before, from] = [row ? top(row) : 0, log.scrollTop];
      log.scrollBy(0, by);
      const turned = from - log.scrollTop;
      for (let frames = 0; frames < 4; frames++) await frame();
      return row?.isConnected ? top(row) - before - turned : 0;
    }, pixels);
  }

  /** Takes a message that was not sent back into the field. */
  async edit(text: string): Promise<void> {
    await this.message(text).getByRole('button', { name: 'Edit' }).click();
  }

  /** Waits until the log holds these messages and no others, in this order. */
  async expectTexts(...texts: string[]): Promise<void> {
    await expect.poll(() => this.texts()).toEqual(texts);
  }

  /** The messages that are rendered at this moment in their order, only their words. */
  async texts(): Promise<string[]> {
    return this.log.locator('.line').evaluateAll((lines) => {
      const words = (part: Node): string => (part.nodeName === 'TIME' ? '' : (part.textContent ?? ''));
      return lines.map((line) => Array.from(line.childNodes, words).join(''));
    });
  }
}
