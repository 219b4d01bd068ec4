import { ComponentHarness, type TestElement } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** A message of the log, as its reader has it before them. */
export class MessageBubbleHarness extends ComponentHarness {
  static hostSelector = 'li.in, li.out';

  private readonly bubble = this.locatorFor('.bubble');
  private readonly options = this.locatorForOptional('.options');

  /** The emoji that stand large and without a bubble; null where there are none. */
  async largeEmoji(): Promise<string | null> {
    return textOf(await this.locatorForOptional('.emoji')());
  }

  /** The names by which the message mentions people. */
  async mentions(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('.mention')()).map((name) => name.text()));
  }

  /** What is said of the message that this one answers; null where it answers none. */
  async quote(): Promise<string | null> {
    return textOf(await this.locatorForOptional('parley-message-quote')());
  }

  async isQuoteLoading(): Promise<boolean> {
    return (await this.locatorForOptional('parley-message-quote .ghost')()) !== null;
  }

  async followQuote(): Promise<void> {
    await (await this.locatorFor('parley-message-quote button')()).click();
  }

  async pressName(): Promise<void> {
    await (await this.locatorFor('.who button')()).click();
  }

  /** The sender's picture, which is a button. */
  async face(): Promise<TestElement> {
    return this.locatorFor('.face')();
  }

  async hasOptions(): Promise<boolean> {
    return (await this.options()) !== null;
  }

  async openOptions(): Promise<void> {
    await (await this.options())?.click();
  }

  /** Presses the right mouse button on the bubble. */
  async rightClick(): Promise<void> {
    await (await this.bubble()).rightClick(0, 0);
  }

  /** Presses the right mouse button on the first link. */
  async rightClickLink(): Promise<void> {
    await (await this.locatorFor('.bubble a')()).rightClick(0, 0);
  }

  /** Why the message was refused; null where it was not. */
  async trouble(): Promise<string | null> {
    return textOf(await this.locatorForOptional('.trouble [role="alert"]')());
  }

  /** Presses a button of a message that was refused. */
  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}

const textOf = async (element: TestElement | null): Promise<string | null> => (element ? element.text() : null);
