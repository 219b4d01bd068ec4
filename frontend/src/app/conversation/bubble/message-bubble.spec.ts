import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { grace, message, nora } from '../../rooms/testing/builders';
import type { Bubble } from '../timeline/grouping';
import { MessageBubble } from './message-bubble';
import { MessageBubbleHarness } from './message-bubble.harness';
import type { PersonAsked } from '../person/person-asked';
import type { Quote } from '../timeline/quotes';
import type { People } from '../text/mentioned';
import { storedEntry } from '../timeline/timeline-entry';

const bubble = (given: Parameters<typeof message>[1] = {}, userId = nora.id): Bubble => ({
  ...storedEntry(message(7, given), userId, { readSeq: 0, deliveredSeq: 0 }),
  first: true,
  last: true,
  unreadFrom: 0,
});
const QUOTE: Quote = { seq: 3, senderId: nora.id, name: 'You', text: 'Freeze from 18:00', state: 'shown' };
const GRACE = { id: grace.id, username: 'grace', name: 'Grace Lindqvist', isReader: false };

describe('MessageBubble', () => {
  async function render(shown: Bubble, given: { quote?: Quote; people?: People } = {}) {
    const fixture = TestBed.createComponent(MessageBubble);
    const inputs = { parleyMessageBubble: shown, senderName: 'Grace Lindqvist', look: 'named', ...given };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const asked: HTMLElement[] = [];
    fixture.componentInstance.options.subscribe((anchor) => asked.push(anchor));
    const element = fixture.nativeElement as HTMLElement;
    /** Of each right click, whether the browser's own menu was kept from opening. */
    const prevented: boolean[] = [];
    element.addEventListener('contextmenu', ({ defaultPrevented }) => prevented.push(defaultPrevented));
    const harness = await TestbedHarnessEnvironment.harnessForFixture(fixture, MessageBubbleHarness);
    return { asked, harness, prevented, message: fixture.componentInstance, card: element.querySelector('.bubble') };
  }

  it('shows one to three emoji large and without a bubble, unless they answer something', async () => {
    expect(await (await render(bubble({ body: '🎉🚀' }))).harness.largeEmoji()).toBe('🎉🚀');
    expect(await (await render(bubble({ body: 'ok 🎉' }))).harness.largeEmoji()).toBeNull();
    const answer = await render(bubble({ body: '🎉', replyTo: 3 }), { quote: QUOTE });
    expect(await answer.harness.largeEmoji()).toBeNull();
  });

  it('names only those whom the message mentions', async () => {
    const people = new Map([['grace', GRACE]]);
    const mentions = await render(bubble({ body: '@grace', mentions: [grace.id] }), { people });
    expect(await mentions.harness.mentions()).toEqual(['@Grace Lindqvist']);
    expect(await (await render(bubble({ body: '@grace' }), { people })).harness.mentions()).toEqual([]);
  });

  it('leads to its sender by the name and by the face, and the face is no second stop', async () => {
    const { harness, message: shown } = await render(bubble());
    const asked: PersonAsked[] = [];
    shown.person.subscribe((person) => asked.push(person));
    const face = await harness.face();
    await harness.pressName();
    await face.click();
    expect(asked.map(({ userId, anchor }) => [userId, anchor.className])).toEqual([
      [grace.id, ''],
      [grace.id, 'face'],
    ]);
    expect(await face.getAttribute('aria-hidden')).toBe('true');
    const large = await (await render(bubble({ body: '🎉' }))).harness.face();
    expect(await large.getAttribute('aria-hidden')).toBeNull();
    expect(await large.getAttribute('aria-label')).toBe('About Grace Lindqvist');
  });

  it('shows what it answers, and leads there', async () => {
    const { harness, message: shown } = await render(bubble({ replyTo: 3 }), { quote: QUOTE });
    const places: number[] = [];
    shown.jump.subscribe((seq) => places.push(seq));
    expect(await harness.quote()).toContain('Freeze from 18:00');
    await harness.followQuote();
    expect(places).toEqual([3]);
  });

  it('says that what it answers was deleted, is on its way, or could not be had', async () => {
    const quoting = async (state: Quote['state'], text = '') =>
      (await render(bubble({ replyTo: 3 }), { quote: { ...QUOTE, state, text } })).harness;
    expect(await (await quoting('deleted', 'This message was deleted')).quote()).toContain('This message was deleted');
    expect(await (await quoting('missing')).quote()).toContain('The message could not be loaded');
    expect(await (await quoting('loading')).isQuoteLoading()).toBe(true);
  });

  it('asks for options by its button and by a right click', async () => {
    const { harness, asked, card, prevented } = await render(bubble());
    await harness.openOptions();
    await harness.rightClick();
    expect(asked).toEqual([card, card]);
    expect(prevented).toEqual([true]);
  });

  it('leaves the menu of a link to the browser', async () => {
    const { harness, asked, prevented } = await render(bubble({ body: 'www.example.org' }));
    await harness.rightClickLink();
    expect(prevented).toEqual([false]);
    expect(asked).toEqual([]);
  });

  it('has no options, and quotes nothing, once it was deleted', async () => {
    const deleted = bubble({ deletedAt: '2026-06-11T09:01:00.000Z', replyTo: 3 });
    const { harness, asked, prevented } = await render(deleted, { quote: QUOTE });
    expect(await harness.hasOptions()).toBe(false);
    expect(await harness.quote()).toBeNull();
    await harness.rightClick();
    expect(prevented).toEqual([false]);
    expect(asked).toEqual([]);
  });

  it('says why it was refused, and what can be done about it', async () => {
    const refused: Bubble = {
      ...bubble({}, grace.id),
      seq: null,
      delivery: 'failed',
      reason: 'You may not write here.',
    };
    const { harness, message: shown } = await render(refused);
    const done: string[] = [];
    shown.tryAgain.subscribe((id) => done.push(`again ${id}`));
    shown.takeBack.subscribe((id) => done.push(`edit ${id}`));
    shown.discard.subscribe((id) => done.push(`delete ${id}`));
    expect(await harness.trouble()).toBe('Not sent. You may not write here.');
    for (const text of ['Try again', 'Edit', 'Delete']) await harness.press(text);
    expect(done).toEqual(['again', 'edit', 'delete'].map((what) => `${what} ${refused.clientId}`));
    expect(await (await render(bubble())).harness.trouble()).toBeNull();
  });
});
