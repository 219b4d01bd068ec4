import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';

/** The question before something is lost, as its reader has it before them. */
export class LossQuestionHarness extends ComponentHarness {
  static hostSelector = 'parley-loss-question';

  private readonly title = this.locatorFor('h2');
  private readonly paragraphs = this.locatorForAll('p');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  /** What is said beneath the heading, a sentence or two each. */
  async notes(): Promise<string[]> {
    return Promise.all((await this.paragraphs()).map((note) => note.text()));
  }

  /** The words on the buttons: what keeps it, then what loses it. */
  async choices(): Promise<string[]> {
    return Promise.all((await this.locatorForAll(MatButtonHarness)()).map((button) => button.getText()));
  }

  async choose(text: string): Promise<void> {
    await (await this.locatorFor(MatButtonHarness.with({ text }))()).click();
  }
}
