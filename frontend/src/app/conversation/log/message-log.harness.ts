import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MessageBubbleHarness } from '../bubble/message-bubble.harness';

/** The log of a conversation, with what is said at its edges. */
export class MessageLogHarness extends ComponentHarness {
  static hostSelector = 'parley-message-log';

  private readonly log = this.locatorFor('[role="log"]');
  private readonly edge = this.locatorForOptional('.edge');
  private readonly jump = this.locatorForOptional('button.jump');
  private readonly unread = this.locatorForOptional('parley-unread-chip');

  /** The messages that people wrote. */
  readonly bubbles = this.locatorForAll(MessageBubbleHarness);

  /** The days that are shown, by the names on their chips. */
  async days(): Promise<string[]> {
    const chips = await this.locatorForAll('.chip parley-date-chip')();
    return Promise.all(chips.map(async (chip) => (await chip.text()).trim()));
  }

  /** What the room itself says, such as who has come. */
  async systemLines(): Promise<string[]> {
    return Promise.all((await this.locatorForAll('p.system')()).map((line) => line.text()));
  }

  /** The line above what is unread; null where there is none. */
  async unreadLine(): Promise<string | null> {
    return (await (await this.locatorForOptional('li.unread')())?.text()) ?? null;
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.log()).getAttribute('aria-busy')) === 'true';
  }

  /** What is said at an edge of the log, without its button; null where nothing is. */
  async edgeText(): Promise<string | null> {
    return (await (await this.edge())?.text({ exclude: 'button' })) ?? null;
  }

  /** Whether what is said at the edge is told to a screen reader. */
  async isEdgeAnnounced(): Promise<boolean> {
    return (await (await this.edge())?.getAttribute('role')) === 'status';
  }

  async tryAgain(): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text: 'Try again', ancestor: '.edge' }))()).click();
  }

  /** How the way to the newest message is named; null where the end is in sight. */
  async jumpLabel(): Promise<string | null> {
    return (await (await this.jump())?.getAttribute('aria-label')) ?? null;
  }

  async jumpToEnd(): Promise<void> {
    await (await this.jump())?.click();
  }

  /** What says that something unread is out of sight; null where it says nothing. */
  async unreadAway(): Promise<string | null> {
    return (await (await this.unread())?.text()) ?? null;
  }

  /** Who types, at the end; null where there is no place for that. */
  async typing(): Promise<string | null> {
    return (await (await this.locatorForOptional('parley-typing-bubble')())?.text()) ?? null;
  }
}
