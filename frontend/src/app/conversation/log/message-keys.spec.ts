import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MessageKeys } from './message-keys';

@Component({
  imports: [MessageKeys],
  template: `
    <main>
      <button id="before" type="button">before</button>
      <div
        id="log"
        parleyMessageKeys
        (optionsAsked)="asked.push($event.id)"
        (left)="left = left + 1"
        (endAsked)="ends = ends + 1"
      >
        <button id="day" type="button">Today</button>
        <ol>
          @for (row of rows; track row) {
            <li [id]="row" [attr.data-place]="row">
              <button class="again" tabindex="-1" type="button" aria-hidden="true">Face</button>
              <button tabindex="-1" type="button">Options</button>
            </li>
          }
        </ol>
      </div>
      <button id="below" type="button">below</button>
    </main>
    <button id="over" type="button">over the page</button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  rows = ['one', 'two', 'three'];
  asked: string[] = [];
  left = 0;
  ends = 0;
}

describe('MessageKeys', () => {
  let host: Host;
  let element: HTMLElement;

  const at = (id: string): HTMLElement => element.querySelector(`#${id}`) as HTMLElement;
  const press = (key: string, given: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...given });
    document.activeElement?.dispatchEvent(event);
    return event;
  };
  const stops = (): string[] =>
    [...element.querySelectorAll<HTMLElement>('[tabindex="0"]')].map(
      ({ id, parentElement }) => id || `in ${parentElement?.id}`,
    );

  beforeEach(() => {
    // Where there is no layout, nothing can be scrolled to.
    Element.prototype.scrollIntoView = () => undefined;
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    host = fixture.componentInstance;
    element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
  });

  afterEach(() => element.remove());

  it('is one stop for Tab, and hands the focus on to a message', () => {
    expect(stops()).toEqual(['log']);
    at('log').focus();
    expect(document.activeElement?.id).toBe('three');
    expect(stops()).toEqual(['three', 'in three']);
  });

  it('is entered at a message from below too, before the button of a day', () => {
    // Where nothing is drawn, no focus is visible.
    at('day').matches = () => true;
    at('below').focus();
    at('day').focus();
    expect(document.activeElement?.id).toBe('three');
    at('day').focus();
    expect(document.activeElement?.id).toBe('day');
  });

  it('gives the focus back to the button of a day from what lies over the page', () => {
    at('day').matches = () => true;
    at('over').focus();
    at('day').focus();
    expect(document.activeElement?.id).toBe('day');
  });

  it('moves by arrows, Home and End, and makes only the active message a stop', () => {
    at('log').focus();
    press('ArrowUp');
    expect(stops()).toEqual(['two', 'in two']);
    press('Home');
    press('ArrowUp');
    expect(document.activeElement?.id).toBe('one');
    press('ArrowDown');
    expect(document.activeElement?.id).toBe('two');
    press('End');
    expect(document.activeElement?.id).toBe('three');
    expect(host.ends).toBe(1);
  });

  it('opens options with Enter, the menu key and Shift+F10', () => {
    at('log').focus();
    press('Enter');
    press('ContextMenu');
    press('F10', { shiftKey: true });
    expect(host.asked).toEqual(['three', 'three', 'three']);
  });

  it('leaves Enter on a button to the button', () => {
    at('three').querySelector<HTMLElement>('button:not(.again)')?.focus();
    expect(press('Enter').defaultPrevented).toBe(false);
    expect(host.asked).toEqual([]);
    expect(stops()).toEqual(['three', 'in three']);
  });

  it('makes no stop of what only repeats another control for the pointer', () => {
    at('log').focus();
    expect(at('three').querySelector<HTMLElement>('.again')?.tabIndex).toBe(-1);
    expect(stops()).toEqual(['three', 'in three']);
  });

  it('is left by Escape, and is one stop again once it has no focus', () => {
    at('log').focus();
    press('Escape');
    expect(host.left).toBe(1);
    at('before').focus();
    expect(stops()).toEqual(['log']);
  });

  it('leaves keys alone that are held with another', () => {
    at('log').focus();
    expect(press('ArrowUp', { altKey: true }).defaultPrevented).toBe(false);
    expect(document.activeElement?.id).toBe('three');
  });
});
