import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { ComposerHarness } from './compose/composer.harness';
import { MessageLogHarness } from './log/message-log.harness';

/** An open conversation, in whichever state it is. */
export class ConversationPageHarness extends ComponentHarness {
  static hostSelector = 'parley-conversation-page';

  /** The log and the field, where there are any. */
  readonly log = this.locatorForOptional(MessageLogHarness);
  readonly composer = this.locatorForOptional(ComposerHarness);

  /** What a screen reader is told while messages are loading; null while none are. */
  async loading(): Promise<string | null> {
    return (await (await this.locatorForOptional('.loading[role="status"]')())?.text()) ?? null;
  }

  /** What stands in the place of the log, its heading first; null where the log is there. */
  async instead(): Promise<string[] | null> {
    const parts = await this.locatorForAll('.middle .heading, .middle .text')();
    if (parts.length === 0) return null;
    return Promise.all(parts.map(async (part) => (await part.text()).replace(/\s+/gu, ' ')));
  }

  /** The ways on from there. */
  async ways(): Promise<string[]> {
    const buttons = await this.locatorForAll(MatButtonHarness.with({ ancestor: '.middle' }))();
    return Promise.all(buttons.map((button) => button.getText()));
  }

  /** What was begun in a room that is not there; null where nothing was. */
  async draft(): Promise<string | null> {
    return (await (await this.locatorForOptional('[aria-labelledby="draft-heading"] .body')())?.text()) ?? null;
  }

  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text, ancestor: '.middle' }))()).click();
  }
}
