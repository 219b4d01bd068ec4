import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MenuOpener } from './menu-opener';
import type { MenuCall } from './menu-call';

@Component({
  imports: [MenuOpener],
  template:
    '<button type="button" [(parleyMenuOpener)]="call">One</button><button type="button" [(parleyMenuOpener)]="call">Two</button>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  readonly call = signal<MenuCall | null>(null);
}

describe('MenuOpener', () => {
  it('calls for the menu from its place, and says that it is open as long as the call stands', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const buttons = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    const expanded = (): unknown => buttons.map((button) => button.getAttribute('aria-expanded'));
    expect(buttons.map((button) => button.getAttribute('aria-haspopup'))).toEqual(['menu', 'menu']);
    buttons[1]?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.call()?.opener).toBe(buttons[1]);
    expect(expanded()).toEqual(['false', 'true']);
    fixture.componentInstance.call.set(null);
    await fixture.whenStable();
    expect(expanded()).toEqual(['false', 'false']);
  });
});
