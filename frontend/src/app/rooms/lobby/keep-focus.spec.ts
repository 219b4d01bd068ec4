import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeepFocus } from './keep-focus';

@Component({
  selector: 'parley-some-rows',
  imports: [KeepFocus],
  template: `
    <nav [parleyKeepFocus]="rows()">
      @for (row of rows(); track row) {
        <div>
          <a href="#" [id]="row">{{ row }}</a>
        </div>
      }
    </nav>
    <button type="button" id="elsewhere">elsewhere</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class SomeRows {
  readonly rows = signal(['a', 'b', 'c']);
}

describe('the focus in a list', () => {
  async function setUp(focused: string) {
    const fixture = TestBed.createComponent(SomeRows);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    document.getElementById(focused)?.focus();
    const show = async (...rows: string[]): Promise<string | undefined> => {
      fixture.componentInstance.rows.set(rows);
      await fixture.whenStable();
      return document.activeElement?.id;
    };
    return { show };
  }

  it('moves with its row', async () => {
    const { show } = await setUp('c');
    expect(await show('c', 'a', 'b')).toBe('c');
  });

  it('goes to the next row where its own goes, or to the last one', async () => {
    const { show } = await setUp('b');
    expect(await show('a', 'c')).toBe('c');
    expect(await show('a')).toBe('a');
  });

  it('is left alone elsewhere', async () => {
    const { show } = await setUp('elsewhere');
    expect(await show('c')).toBe('elsewhere');
  });
});
