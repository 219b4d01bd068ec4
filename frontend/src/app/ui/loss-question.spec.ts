import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { LossQuestion } from './loss-question';

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

@Component({ template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Garden {
  readonly dialog = inject(MatDialog);
}

describe('the question before something is lost', () => {
  async function ask() {
    const { dialog } = TestBed.createComponent(Garden).componentInstance;
    const opened = dialog.open<Leaving, never, true>(Leaving);
    const answer = firstValueFrom(opened.afterClosed());
    await firstValueFrom(opened.afterOpened());
    const container = document.querySelector('mat-dialog-container');
    const press = (name: string): void =>
      [...document.querySelectorAll<HTMLElement>('mat-dialog-container button')]
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
    return { container, answer, press };
  }

  it('is named by its heading, and says what is lost', async () => {
    const { container, answer, press } = await ask();
    const name = document.getElementById(container?.getAttribute('aria-labelledby') ?? '');
    expect(name?.textContent).toBe('Leave the garden?');
    expect(container?.textContent).toContain('The gate shuts behind you.');
    press('Stay');
    await answer;
  });

  it('is answered with true by what loses it alone', async () => {
    const leaving = await ask();
    leaving.press('Leave');
    expect(await leaving.answer).toBe(true);
    const staying = await ask();
    staying.press('Stay');
    expect(await staying.answer).not.toBe(true);
  });
});
