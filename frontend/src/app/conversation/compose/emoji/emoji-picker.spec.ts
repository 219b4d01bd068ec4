import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../../../auth/session-store';
import { nora } from '../../../rooms/testing/builders';
import { parseEmojis } from './emoji';
import { EmojiCatalog } from './emoji-catalog';
import { EmojiMemory } from './emoji-memory';
import { EmojiPicker, type EmojiPick } from './emoji-picker';

const faces = Array.from({ length: 10 }, (_, at) => `f${at}|face ${at}|face_${at}||`).join('\n');
const GROUPS = parseEmojis(`${faces}\n\n👋|waving hand|wave|hello|+\n👍|thumbs up|+1|good|+`);

describe('EmojiPicker', () => {
  function makePicker() {
    const fixture = TestBed.createComponent(EmojiPicker);
    const element = document.body.appendChild(fixture.nativeElement as HTMLElement);
    const picks: EmojiPick[] = [];
    fixture.componentInstance.pick.subscribe((pick) => picks.push(pick));
    fixture.detectChanges();
    const search = element.querySelector('input[type=search]') as HTMLInputElement;
    const press = (target: Element, key: string) => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      fixture.detectChanges();
    };
    return {
      fixture,
      element,
      picks,
      search,
      press,
      glyphs: () => [...element.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent.trim()),
      seek: (text: string) => {
        search.value = text;
        search.dispatchEvent(new Event('input'));
        fixture.detectChanges();
      },
      group: (name: string) => {
        element.querySelector<HTMLElement>(`[role=tab][aria-label="${name}"]`)?.click();
        fixture.detectChanges();
      },
    };
  }

  beforeEach(() => {
    localStorage.clear();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    TestBed.configureTestingModule({
      providers: [
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: EmojiCatalog, useValue: { groups: signal(GROUPS), all: signal(GROUPS.flat()), load: vi.fn() } },
      ],
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    document.querySelectorAll('parley-emoji-picker, body > div').forEach((each) => each.remove());
  });

  it('shows a group at a time', () => {
    const picker = makePicker();
    expect(picker.glyphs()).toHaveLength(10);
    picker.group('People');
    expect(picker.glyphs()).toEqual(['👋', '👍']);
  });

  it('begins with what was used lately', () => {
    TestBed.inject(EmojiMemory).use('👍');
    TestBed.inject(EmojiMemory).use('👋');
    expect(makePicker().glyphs()).toEqual(['👋', '👍']);
  });

  it('finds by name, and takes the first with Enter', () => {
    const picker = makePicker();
    picker.seek('good');
    expect(picker.glyphs()).toEqual(['👍']);
    picker.press(picker.search, 'Enter');
    expect(picker.picks.map(({ emoji, stays }) => [emoji.glyph, stays])).toEqual([['👍', false]]);
  });

  it('says so where nothing is called that', () => {
    const picker = makePicker();
    picker.seek('zzz');
    expect(picker.element.querySelector('h2')?.textContent).toContain('Nothing is called that.');
  });

  it('is walked with the arrows, from the search down and back', () => {
    const picker = makePicker();
    picker.press(picker.search, 'ArrowDown');
    expect(document.activeElement?.textContent.trim()).toBe('f0');
    picker.press(document.activeElement!, 'ArrowDown');
    expect(document.activeElement?.textContent.trim()).toBe('f8');
    picker.press(document.activeElement!, 'ArrowUp');
    picker.press(document.activeElement!, 'ArrowUp');
    expect(document.activeElement).toBe(picker.search);
  });

  it('is walked from the search down although what was typed last is not drawn yet', () => {
    const picker = makePicker();
    picker.search.value = 'good';
    picker.search.dispatchEvent(new Event('input'));
    picker.press(picker.search, 'ArrowDown');
    expect(document.activeElement?.textContent.trim()).toBe('👍');
  });

  it('shows hands and people in the chosen tone, and remembers it', () => {
    const picker = makePicker();
    picker.group('People');
    picker.element.querySelector<HTMLElement>('[aria-label="Skin tone"]')?.click();
    picker.fixture.detectChanges();
    picker.element.querySelectorAll<HTMLElement>('[type=radio]')[4]?.click();
    picker.fixture.detectChanges();
    expect(picker.glyphs()).toEqual(['👋🏾', '👍🏾']);
    expect(localStorage.getItem('parley:emoji:u-nora')).toContain('\u{1F3FE}');
  });
});
