import { TestKey } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '../../auth/session-store';
import { nora } from '../../rooms/testing/builders';
import { Composer } from './composer';
import { ComposerHarness } from './composer.harness';
import { EmojiCatalog } from './emoji/emoji-catalog';
import { parseEmojis } from './emoji/emoji';
import type { Purpose } from './purpose';

const EMOJIS = parseEmojis('🎉|party popper|tada party|celebrate|\n👍|thumbs up|+1 thumbsup|good|+');
const ADA = { id: 'u-ada', username: 'ada', displayName: 'Ada Byron', picture: null, online: true };
const ADELE = { id: 'u-adele', username: 'adele', displayName: 'Adele', picture: null, online: false };

async function makeComposer(text = '', purpose: Purpose = { kind: 'write' }) {
  const fixture = TestBed.createComponent(Composer);
  const change = (inputs: object): void => {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  };
  const people = (query: string) => [ADA, ADELE].filter(({ username }) => username.startsWith(query));
  change({ draft: { roomId: 'r-1', text }, placeholder: 'Message Release 2.8', purpose, people });
  const sent: string[] = [];
  const told: string[] = [];
  const drafts: string[] = [];
  fixture.componentInstance.save.subscribe(() => told.push('save'));
  fixture.componentInstance.dismiss.subscribe(() => told.push('dismiss'));
  fixture.componentInstance.changeLast.subscribe(() => told.push('changeLast'));
  fixture.componentInstance.send.subscribe((body) => sent.push(body));
  fixture.componentInstance.draftChange.subscribe((draft) => drafts.push(draft));
  const composer = await TestbedHarnessEnvironment.harnessForFixture(fixture, ComposerHarness);
  const field = (fixture.nativeElement as HTMLElement).querySelector('textarea')!;
  return {
    composer,
    sent,
    told,
    drafts,
    field,
    change,
    refuseFile: () => fixture.componentInstance.refuseFile(),
    /** A key with all that belongs to it, and whether the browser is kept from what it would do. */
    keyDown: (init: KeyboardEventInit): boolean => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init });
      return !field.dispatchEvent(event);
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

  it('sends with Enter what was typed, trimmed, and is empty again', async () => {
    const { composer, keyDown, sent } = await makeComposer();
    await composer.write('  Ready to ship \n');
    expect(keyDown({})).toBe(true);
    expect(sent).toEqual(['Ready to ship']);
    expect(await composer.text()).toBe('');
  });

  it('sends by its button, once there is something to send', async () => {
    const { composer, sent } = await makeComposer();
    expect(await composer.canSend()).toBe(false);
    await composer.write('Ready to ship');
    expect(await composer.canSend()).toBe(true);
    await composer.pressSend();
    expect(sent).toEqual(['Ready to ship']);
  });

  it('breaks the line with Shift and Enter', async () => {
    const { composer, keyDown, sent } = await makeComposer();
    await composer.write('One');
    expect(keyDown({ shiftKey: true })).toBe(false);
    expect(sent).toEqual([]);
  });

  it('leaves Enter to an input method while it composes', async () => {
    const { composer, keyDown, sent } = await makeComposer();
    await composer.write('にほん');
    expect(keyDown({ isComposing: true })).toBe(false);
    expect(sent).toEqual([]);
  });

  it('breaks the line with Enter on a phone', async () => {
    phone(true);
    const { composer, keyDown, sent } = await makeComposer();
    await composer.write('One');
    expect(keyDown({})).toBe(false);
    expect(sent).toEqual([]);
  });

  it('sends nothing that is only white space', async () => {
    const { composer, sent } = await makeComposer();
    await composer.send(' \n ');
    expect(sent).toEqual([]);
  });

  it('counts down near the end, and keeps what is too long', async () => {
    const { composer, sent } = await makeComposer();
    await composer.write('a'.repeat(3_799));
    expect(await composer.notice()).toBe('');
    await composer.write('a'.repeat(3_990));
    expect(await composer.notice()).toBe('10 left');
    await composer.send('a'.repeat(4_003));
    expect(await composer.notice()).toContain('Take out 3');
    expect(sent).toEqual([]);
    expect(await composer.text()).toHaveLength(4_003);
  });

  it('counts what a reader would call one character as the server does', async () => {
    const { composer, sent } = await makeComposer();
    await composer.send('\u{1F680}'.repeat(4_000));
    expect(sent).toHaveLength(1);
  });

  it('begins with the draft of its room, and tells of each change', async () => {
    const { change, composer, drafts } = await makeComposer('Half a thought');
    expect(await composer.text()).toBe('Half a thought');
    await composer.write('Half a thought, finished');
    expect(drafts).toEqual(['Half a thought, finished']);
    change({ draft: { roomId: 'r-2', text: '' } });
    expect(await composer.text()).toBe('');
  });

  it('suggests people as they are named, and takes one with Enter without sending', async () => {
    const { composer, sent } = await makeComposer();
    await composer.write('Hi @ad');
    expect(await composer.suggestions()).toHaveLength(2);
    expect(await composer.activeSuggestion()).toBe(0);
    await composer.press(TestKey.DOWN_ARROW);
    expect(await composer.activeSuggestion()).toBe(1);
    await composer.press(TestKey.ENTER);
    expect(await composer.text()).toBe('Hi @adele ');
    expect(sent).toEqual([]);
    expect(await composer.suggestions()).toEqual([]);
  });

  it('puts suggestions away with Escape, and gives up nothing else', async () => {
    const { composer, told } = await makeComposer('', { kind: 'reply', name: 'Grace', ink: '', body: 'Hello' });
    await composer.write('@a');
    await composer.press(TestKey.ESCAPE);
    expect(await composer.suggestions()).toEqual([]);
    expect(told).toEqual([]);
    await composer.press(TestKey.ESCAPE);
    expect(told).toEqual(['dismiss']);
  });

  it('makes an emoji of its name, chosen or closed by a colon', async () => {
    const { composer, drafts } = await makeComposer();
    await composer.write('Done :tad');
    await composer.press(TestKey.TAB);
    expect(await composer.text()).toBe('Done 🎉');
    await composer.write('Done :+1:');
    expect(await composer.text()).toBe('Done 👍');
    expect(drafts.at(-1)).toBe('Done 👍');
  });

  it('leaves a name that is no emoji as it is', async () => {
    const { composer } = await makeComposer();
    await composer.write('see :nothing:');
    expect(await composer.text()).toBe('see :nothing:');
  });

  it('wraps what is selected in the signs of formatting', async () => {
    const { composer, drafts, field, keyDown } = await makeComposer();
    await composer.write('a big thing');
    field.setSelectionRange(2, 5);
    keyDown({ key: 'b', ctrlKey: true });
    expect(await composer.text()).toBe('a *big* thing');
    expect(drafts.at(-1)).toBe('a *big* thing');
  });

  it('saves a change with Enter, and keeps the text until it is saved', async () => {
    const edit: Purpose = { kind: 'edit', before: 'Old', isSaving: false, problem: '' };
    const { composer, sent, told } = await makeComposer('Old', edit);
    await composer.send('New');
    expect(told).toEqual(['save']);
    expect(sent).toEqual([]);
    expect(await composer.text()).toBe('New');
  });

  it('says what is in the way of a change, and takes no keys while it is on its way', async () => {
    const edit: Purpose = { kind: 'edit', before: 'Old', isSaving: false, problem: 'No connection.' };
    const { change, composer, keyDown, told } = await makeComposer('Old', edit);
    expect(await composer.notice()).toBe('No connection.');
    change({ purpose: { ...edit, isSaving: true, problem: '' } });
    expect(await composer.isReadOnly()).toBe(true);
    expect(await composer.notice()).toBe('Saving');
    keyDown({});
    expect(told).toEqual([]);
  });

  it('asks for the last own message with an arrow up in the empty field', async () => {
    const { composer, told } = await makeComposer();
    await composer.press(TestKey.UP_ARROW);
    expect(told).toEqual(['changeLast']);
  });

  it('says that a file cannot be sent, until something is typed', async () => {
    const { composer, refuseFile } = await makeComposer('Look');
    refuseFile();
    expect(await composer.notice()).toContain('Pictures and files cannot be sent yet');
    expect(await composer.text()).toBe('Look');
    await composer.write('Look at');
    expect(await composer.notice()).toBe('');
  });
});
