import { TestBed } from '@angular/core/testing';
import { Composer } from './composer';

function makeComposer(text = '') {
  const fixture = TestBed.createComponent(Composer);
  fixture.componentRef.setInput('draft', { roomId: 'r-1', text });
  fixture.componentRef.setInput('placeholder', 'Message Release 2.8');
  const sent: string[] = [];
  const drafts: string[] = [];
  fixture.componentInstance.send.subscribe((body) => sent.push(body));
  fixture.componentInstance.draftChange.subscribe((draft) => drafts.push(draft));
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const field = element.querySelector('textarea') as HTMLTextAreaElement;
  return {
    sent,
    drafts,
    field,
    fixture,
    notice: () => element.querySelector('.notice')?.textContent ?? '',
    type: (typed: string) => {
      field.value = typed;
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

  beforeEach(() => phone(false));
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
});
