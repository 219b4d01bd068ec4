import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { TextField } from './text-field';
import { TextInput } from './text-input';

@Component({
  imports: [TextField, TextInput],
  template: `
    <parley-text-field label="Name" [hint]="hint()" [error]="error()"><input parleyInput /></parley-text-field>
    <parley-text-field label="Topic"><input parleyInput /></parley-text-field>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Form {
  readonly hint = signal('');
  readonly error = signal('');
}

describe('a text field', () => {
  it('ties each label to its own control', async () => {
    const { page } = await setUp();
    const labels = [...page.querySelectorAll('label')].map(({ control }) => control);
    expect(labels).toEqual([...page.querySelectorAll('input')]);
  });

  it('describes the control by the hint, and by what is wrong in its place', async () => {
    const { page, form, change } = await setUp();
    const input = page.querySelector('input');
    const description = () => page.querySelector(`#${input?.getAttribute('aria-describedby')}`)?.textContent;
    expect(input?.hasAttribute('aria-describedby')).toBe(false);

    await change(() => form.hint.set('As your team knows it.'));
    expect([description(), input?.getAttribute('aria-invalid')]).toEqual(['As your team knows it.', null]);

    await change(() => form.error.set('Name must not be empty.'));
    expect([description(), input?.getAttribute('aria-invalid')]).toEqual(['Name must not be empty.', 'true']);
  });

  async function setUp() {
    const fixture = TestBed.createComponent(Form);
    await fixture.whenStable();
    const change = async (act: () => void) => {
      act();
      await fixture.whenStable();
    };
    return { page: fixture.nativeElement as HTMLElement, form: fixture.componentInstance, change };
  }
});
