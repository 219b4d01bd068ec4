import { MatDialogHarness } from '@angular/material/dialog/testing';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { documentLoader } from '../../testing/document-loader';
import { LossQuestion } from './loss-question';
import { LossQuestionHarness } from './loss-question.harness';

@Component({
  imports: [LossQuestion],
  template: `
    <parley-loss-question heading="Leave the garden?" keep="Stay" lose="Leave">
      <p>The gate shuts behind you.</p>
    </parley-loss-question>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Leaving {}

describe('the question before something is lost', () => {
  async function ask() {
    const loader = documentLoader();
    const answer = firstValueFrom(TestBed.inject(MatDialog).open<Leaving, never, true>(Leaving).afterClosed());
    const dialog = await loader.getHarness(MatDialogHarness);
    return { answer, dialog, question: await loader.getHarness(LossQuestionHarness) };
  }

  it('is named by its heading, says what is lost, and offers first what keeps it', async () => {
    const { answer, dialog, question } = await ask();
    const heading = document.getElementById((await dialog.getAriaLabelledby()) ?? '');
    expect(heading?.textContent).toBe('Leave the garden?');
    expect(await question.heading()).toBe('Leave the garden?');
    expect(await question.notes()).toEqual(['The gate shuts behind you.']);
    expect(await question.choices()).toEqual(['Stay', 'Leave']);
    await dialog.close();
    expect(await answer).not.toBe(true);
  });

  it('is answered with true by what loses it alone', async () => {
    const leaving = await ask();
    await leaving.question.choose('Leave');
    expect(await leaving.answer).toBe(true);
    const staying = await ask();
    await staying.question.choose('Stay');
    expect(await staying.answer).not.toBe(true);
  });
});
