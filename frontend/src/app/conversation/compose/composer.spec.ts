import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../../auth/session-store';
import { nora } from '../../rooms/testing/builders';
import { Composer } from './composer';
import { EmojiCatalog } from './emoji/emoji-catalog';
import { parseEmojis } from './emoji/emoji';
import type { Purpose } from './purpose';

const EMOJIS = parseEmojis('🎉|party popper|tada party|celebrate|\n👍|thumbs up|+1 thumbsup|good|+');
const ADA = { id: 'u-ada', username: 'ada', displayName: 'Ada Byron', picture: null, online: true };
const ADELE = { id: 'u-adele', username: 'adele', displayName: 'Adele', picture: null, online: false };

function makeComposer(text = '', purpose: Purpose = { kind: 'write' }) {
  const fixture = TestBed.createComponent(Composer);
  fixture.componentRef.setInput('draft', { roomId: 'r-1', text });
  fixture.componentRef.setInput('placeholder', 'Message Release 2.8');
  fixture.componentRef.setInput('purpose', purpose);
  fixture.componentRef.setInput('people', (query: string) =>
    [ADA, ADELE].filter(({ username }) => username.startsWith(query)),
  );
  const sent: string[] = [];
  const told: string[] = [];
  fixture.componentInstance.save.subscribe(() => told.push('save'));
  fixture.componentInstance.dismiss.subscribe(() => told.push('dismiss'));
  fixture.componentInstance.changeLast.subscribe(() => told.push('changeLast'));
  const drafts: string[] = [];
  fixture.componentInstance.send.subscribe((body) => sent.push(body));
  fixture.componentInstance.draftChange.subscribe((draft) => drafts.push(draft));
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const field = element.querySelector('textarea') as HTMLTextAreaElement;
  return {
    sent,
    told,
    element,
    options: () => [...element.querySelectorAll('[role=option]')].map((option) => option.textContent.trim()),
    drafts,
    field,
    fixture,
    notice: () => element.querySelector('.notice')?.textContent ?? '',
    type: (typed: string) => {
      field.value = typed;
      field.setSelectionRange(typed.length, typed.length);
      field.dispatchEvent(new Event('input'));
      fixture.detectChanges();
    },
    press: (init: KeyboardEventInit) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init });
      field.dispatchEvent(event);
      fixture.detectChanges();
      return event;
    },
  };
}

describe('Composer', () => {
  const phone = (matches: boolean) => vi.stubGlobal('matchMedia', () => ({ matches }));

  beforeEach(async () => {
    phone(false);
    localStorage.clear();
    // jsdom lays nothing out, so nothing scrolls.
    Element.prototype.scrollIntoView = vi.fn();
    TestBed.configureTestingModule({
      imports: [Composer],
      providers: [
        { provide: SessionStore, useValue: { user: signal(nora) } },
        {
          provide: EmojiCatalog,
          useValue: { groups: signal(EMOJIS), all: signal(EMOJIS.flat()), load: () => undefined },
        },
      ],
    });
    // What is loaded later is known to the test first.
    await TestBed.compileComponents();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends with Enter what was typed, trimmed, and is empty again', () => {
    const composer = makeComposer();
    composer.type('  Ready to ship \n');
    expect(composer.press({}).defaultPrevented).toBe(true);
    expect(composer.sent).toEqual(['Ready to ship']);
    expect(composer.field.value).toBe('');
  });

  it('breaks the line with Shift and Enter', () => {
    const composer = makeComposer();
    composer.type('One');
    expect(composer.press({ shiftKey: true }).defaultPrevented).toBe(false);
    expect(composer.sent).toEqual([]);
  });

  it('leaves Enter to an input method while it composes', () => {
    const composer = makeComposer();
    composer.type('にほん');
    expect(composer.press({ isComposing: true }).defaultPrevented).toBe(false);
    expect(composer.sent).toEqual([]);
  });

  it('breaks the line with Enter on a phone', () => {
    phone(true);
    const composer = makeComposer();
    composer.type('One');
    expect(composer.press({}).defaultPrevented).toBe(false);
    expect(composer.sent).toEqual([]);
  });

  it('sends nothing that is only white space', () => {
    const composer = makeComposer();
    composer.type(' \n ');
    composer.press({});
    expect(composer.sent).toEqual([]);
  });

  it('counts down near the end, and keeps what is too long', () => {
    const composer = makeComposer();
    composer.type('a'.repeat(3_799));
    expect(composer.notice()).toBe('');
    composer.type('a'.repeat(3_990));
    expect(composer.notice()).toBe('10 left');
    composer.type('a'.repeat(4_003));
    composer.press({});
    expect(composer.notice()).toContain('Take out 3');
    expect(composer.sent).toEqual([]);
    expect(composer.field.value).toHaveLength(4_003);
  });

  it('counts what a reader would call one character as the server does', () => {
    const composer = makeComposer();
    composer.type('\u{1F680}'.repeat(4_000));
    composer.press({});
    expect(composer.sent).toHaveLength(1);
  });

  it('begins with the draft of its room, and tells of each change', () => {
    const composer = makeComposer('Half a thought');
    expect(composer.field.value).toBe('Half a thought');
    composer.type('Half a thought, finished');
    expect(composer.drafts).toEqual(['Half a thought, finished']);
    composer.fixture.componentRef.setInput('draft', { roomId: 'r-2', text: '' });
    composer.fixture.detectChanges();
    expect(composer.field.value).toBe('');
  });

  it('suggests people as they are named, and takes one with Enter without sending', () => {
    const composer = makeComposer();
    composer.type('Hi @ad');
    expect(composer.options()).toHaveLength(2);
    expect(composer.field.getAttribute('aria-activedescendant')).toBe('completion-0');
    composer.press({ key: 'ArrowDown' });
    expect(composer.field.getAttribute('aria-activedescendant')).toBe('completion-1');
    composer.press({});
    expect(composer.field.value).toBe('Hi @adele ');
    expect(composer.sent).toEqual([]);
    expect(composer.options()).toEqual([]);
  });

  it('puts suggestions away with Escape, and gives up nothing else', () => {
    const composer = makeComposer('', { kind: 'reply', name: 'Grace', ink: '', body: 'Hello' });
    composer.type('@a');
    composer.press({ key: 'Escape' });
    expect(composer.options()).toEqual([]);
    expect(composer.told).toEqual([]);
    composer.press({ key: 'Escape' });
    expect(composer.told).toEqual(['dismiss']);
  });

  it('makes an emoji of its name, chosen or closed by a colon', () => {
    const composer = makeComposer();
    composer.type('Done :tad');
    composer.press({ key: 'Tab' });
    expect(composer.field.value).toBe('Done 🎉');
    composer.type('Done :+1:');
    expect(composer.field.value).toBe('Done 👍');
    expect(composer.drafts.at(-1)).toBe('Done 👍');
  });

  it('leaves a name that is no emoji as it is', () => {
    const composer = makeComposer();
    composer.type('see :nothing:');
    expect(composer.field.value).toBe('see :nothing:');
  });

  it('wraps what is selected in the signs of formatting', () => {
    const composer = makeComposer();
    composer.type('a big thing');
    composer.field.setSelectionRange(2, 5);
    composer.press({ key: 'b', ctrlKey: true });
    expect(composer.field.value).toBe('a *big* thing');
    expect(composer.drafts.at(-1)).toBe('a *big* thing');
  });

  it('saves a change with Enter, and keeps the text until it is saved', () => {
    const composer = makeComposer('Old', { kind: 'edit', before: 'Old', isSaving: false, problem: '' });
    composer.type('New');
    composer.press({});
    expect(composer.told).toEqual(['save']);
    expect(composer.sent).toEqual([]);
    expect(composer.field.value).toBe('New');
  });

  it('says what is in the way of a change, and takes no keys while it is on its way', () => {
    const composer = makeComposer('Old', { kind: 'edit', before: 'Old', isSaving: false, problem: 'No connection.' });
    expect(composer.notice()).toBe('No connection.');
    composer.fixture.componentRef.setInput('purpose', { kind: 'edit', before: 'Old', isSaving: true, problem: '' });
    composer.fixture.detectChanges();
    expect(composer.field.readOnly).toBe(true);
    expect(composer.notice()).toBe('Saving');
    composer.press({});
    expect(composer.told).toEqual([]);
  });

  it('asks for the last own message with an arrow up in the empty field', () => {
    const composer = makeComposer();
    composer.press({ key: 'ArrowUp' });
    expect(composer.told).toEqual(['changeLast']);
  });

  it('says that a file cannot be sent, until something is typed', () => {
    const made = makeComposer('Look');
    made.fixture.componentInstance.refuseFile();
    made.fixture.detectChanges();
    expect(made.notice()).toContain('Pictures and files cannot be sent yet');
    expect(made.field.value).toBe('Look');
    made.type('Look at');
    expect(made.notice()).toBe('');
  });
});
