import { ComponentHarness, type TestElement, TestKey } from '@angular/cdk/testing';

/** The field of a conversation, with what stands around it. */
export class ComposerHarness extends ComponentHarness {
  static hostSelector = 'parley-composer';

  private readonly field = this.locatorFor('textarea');
  private readonly sendButton = this.locatorFor('button.send');

  async text(): Promise<string> {
    return (await this.field()).getProperty<string>('value');
  }

  async placeholder(): Promise<string | null> {
    return (await this.field()).getAttribute('placeholder');
  }

  /** Puts a text into the field, with the caret at its end. */
  async write(text: string): Promise<void> {
    const field = await this.field();
    await field.setInputValue(text);
    await field.dispatchEvent('input');
  }

  /** Presses keys in the field. */
  async press(...keys: (string | TestKey)[]): Promise<void> {
    await (await this.field()).sendKeys(...keys);
  }

  /** Writes a text and sends it with Enter. */
  async send(text: string): Promise<void> {
    await this.write(text);
    await this.press(TestKey.ENTER);
  }

  async pressSend(): Promise<void> {
    await (await this.sendButton()).click();
  }

  async canSend(): Promise<boolean> {
    return (await (await this.sendButton()).getAttribute('aria-disabled')) !== 'true';
  }

  /** Whether no keys are taken, since what was written is on its way. */
  async isReadOnly(): Promise<boolean> {
    return (await this.field()).getProperty<boolean>('readOnly');
  }

  /** What is said below the field; empty where nothing is. */
  async notice(): Promise<string> {
    return (await this.locatorFor('#composer-notice')()).text();
  }

  /** What is offered for what is being typed. */
  async suggestions(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('[role="option"]')()).map((option) => option.text()));
  }

  /** Which of the suggestions a key would take, from 0; null where none is offered. */
  async activeSuggestion(): Promise<number | null> {
    const field: TestElement = await this.field();
    const active = await field.getAttribute('aria-activedescendant');
    return active === null ? null : Number(active.replace(/^\D+/u, ''));
  }
}
