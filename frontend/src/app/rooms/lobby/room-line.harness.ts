import { ComponentHarness } from '@angular/cdk/testing';

/** One conversation of the list, as its reader sees it. */
export class RoomLineHarness extends ComponentHarness {
  static hostSelector = '.row > a';

  /** Whether it is drawn whole, and not as plain text out of sight. */
  async isDrawn(): Promise<boolean> {
    return !(await (await this.host()).hasClass('plain'));
  }

  async title(): Promise<string> {
    return (await this.locatorFor('.name .clip')()).text();
  }

  /** The second line, with the word before it that says what it is. */
  async preview(): Promise<string> {
    const parts = await this.locatorForAll('.preview .label, .preview .words')();
    return (await Promise.all(parts.map((part) => part.text()))).join(' ');
  }

  /** Everything in it that is said by a picture alone, in its order: signs, ticks and counts. */
  async signs(): Promise<string[]> {
    const named = await this.locatorForAll('[role="img"][aria-label], .sr')();
    const names = await Promise.all(
      named.map(async (sign) => (await sign.getAttribute('aria-label')) ?? (await sign.text())),
    );
    return names.map((name) => name.trim());
  }

  /** All of its text, as it stands out of sight too. */
  async text(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/gu, ' ');
  }

  async looksUnread(): Promise<boolean> {
    return (await this.host()).hasClass('unread');
  }

  async looksMuted(): Promise<boolean> {
    return (await this.host()).hasClass('muted');
  }
}
