import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { RadioList } from './radio-list';
import { SwitchRow } from './switch-row';

type Size = 'small' | 'large';

@Component({
  imports: [RadioList, SwitchRow],
  template: `
    <parley-switch-row label="Show" note="Others see it." [checked]="isOn()" (checkedChange)="isOn.set($event)" />
    <parley-radio-list label="Size" [options]="sizes" [value]="size()" (valueChange)="size.set($event)" />
    <parley-radio-list label="Other" [options]="sizes" value="small" />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {
  readonly isOn = signal(true);
  readonly size = signal<Size>('small');
  readonly sizes = [
    { value: 'small', label: 'Small' },
    { value: 'large', label: 'Large', note: 'For far away.' },
  ] as const;
}

describe('the controls of settings', () => {
  it('a switch is named by its label, described by its note, and follows what it is told', async () => {
    const { page, component, stable } = await setUp();
    const control = page.querySelector<HTMLInputElement>('[role="switch"]');
    const said = (attribute: string) => page.querySelector(`#${control?.getAttribute(attribute)}`)?.textContent;
    expect([said('aria-labelledby'), said('aria-describedby'), control?.checked]).toEqual([
      'Show',
      'Others see it.',
      true,
    ]);
    page.querySelector('label')?.click();
    expect(component.isOn()).toBe(false);
    component.isOn.set(true);
    await stable();
    expect(control?.checked).toBe(true);
  });

  it('of several ways one is chosen, and lists do not disturb each other', async () => {
    const { page, component, stable } = await setUp();
    const chosen = () =>
      [...page.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')].map((i) => i.value);
    expect(chosen()).toEqual(['small', 'small']);
    page.querySelector<HTMLInputElement>('input[value="large"]')?.click();
    await stable();
    expect(component.size()).toBe('large');
    expect(chosen()).toEqual(['large', 'small']);
    expect([...page.querySelectorAll('[role="radiogroup"]')].map((g) => g.getAttribute('aria-label'))).toEqual([
      'Size',
      'Other',
    ]);
  });

  async function setUp() {
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    return {
      page: fixture.nativeElement as HTMLElement,
      component: fixture.componentInstance,
      stable: () => fixture.whenStable(),
    };
  }
});
