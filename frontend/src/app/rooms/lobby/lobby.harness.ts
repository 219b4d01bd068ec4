import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { RoomLineHarness } from './room-line.harness';

/** The list of conversations. */
export class LobbyHarness extends ComponentHarness {
  static hostSelector = 'parley-lobby';

  /** The conversations, in their order. */
  readonly rows = this.locatorForAll(RoomLineHarness);

  async titles(): Promise<string[]> {
    return Promise.all((await this.rows()).map((row) => row.title()));
  }

  async isLoading(): Promise<boolean> {
    return (await this.locatorForOptional('.rows parley-skeleton-rows')()) !== null;
  }

  /** What stands in the place of conversations, a sentence each. */
  async notes(): Promise<string[]> {
    const notes = await this.locatorForAll('.rows .note, .rows .heading, .rows .text')();
    const texts = await Promise.all(notes.map((note) => note.text({ exclude: 'button' })));
    return texts.filter((text) => text !== '');
  }

  /** What went wrong, in words that are read out at once; null where nothing has. */
  async alert(): Promise<string | null> {
    return (await (await this.locatorForOptional('.rows [role="alert"]')())?.text()) ?? null;
  }

  /** The ways on from there. */
  async ways(): Promise<string[]> {
    const buttons = await this.locatorForAll(MatButtonHarness.with({ ancestor: '.rows' }))();
    return Promise.all(buttons.map((button) => button.getText()));
  }

  async press(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text, ancestor: '.rows' }))()).click();
  }
}
