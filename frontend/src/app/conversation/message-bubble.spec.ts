import { TestBed } from '@angular/core/testing';
import { grace, message, nora } from '../rooms/testing/builders';
import type { Bubble } from './grouping';
import { MessageBubble } from './message-bubble';
import type { PersonAsked } from './person/person-asked';
import type { Quote } from './quotes';
import type { People } from './text/mentioned';
import { storedEntry } from './timeline-entry';

const bubble = (given: Parameters<typeof message>[1] = {}, userId = nora.id): Bubble => ({
  ...storedEntry(message(7, given), userId, { readSeq: 0, deliveredSeq: 0 }),
  first: true,
  last: true,
  unreadFrom: 0,
});
const QUOTE: Quote = { seq: 3, senderId: nora.id, name: 'You', text: 'Freeze from 18:00', state: 'shown' };
const GRACE = { id: grace.id, username: 'grace', name: 'Grace Lindqvist', isReader: false };

describe('MessageBubble', () => {
  function render(shown: Bubble, given: { quote?: Quote; people?: People } = {}) {
    const fixture = TestBed.createComponent(MessageBubble);
    const inputs = { parleyMessageBubble: shown, senderName: 'Grace Lindqvist', look: 'named', ...given };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const asked: HTMLElement[] = [];
    fixture.componentInstance.options.subscribe((anchor) => asked.push(anchor));
    const rightClick = (selector: string): MouseEvent => {
      const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 });
      element.querySelector(selector)?.dispatchEvent(event);
      return event;
    };
    return {
      element,
      asked,
      rightClick,
      message: fixture.componentInstance,
      find: (s: string) => element.querySelector(s),
    };
  }

  it('shows one to three emoji large and without a bubble, unless they answer something', () => {
    expect(render(bubble({ body: '🎉🚀' })).find('.emoji')?.textContent).toBe('🎉🚀');
    expect(render(bubble({ body: 'ok 🎉' })).find('.emoji')).toBeNull();
    expect(render(bubble({ body: '🎉', replyTo: 3 }), { quote: QUOTE }).find('.emoji')).toBeNull();
  });

  it('names only those whom the message mentions', () => {
    const people = new Map([['grace', GRACE]]);
    expect(render(bubble({ body: '@grace', mentions: [grace.id] }), { people }).find('.mention')?.textContent).toBe(
      '@Grace Lindqvist',
    );
    expect(render(bubble({ body: '@grace' }), { people }).find('.mention')).toBeNull();
  });

  it('leads to its sender by the name and by the face, and the face is no second stop', () => {
    const { find, message: shown } = render(bubble());
    const asked: PersonAsked[] = [];
    shown.person.subscribe((person) => asked.push(person));
    const [name, face] = [find('.who button'), find('.face')].map((each) => each as HTMLButtonElement);
    name?.click();
    face?.click();
    expect(asked).toEqual([
      { userId: grace.id, anchor: name },
      { userId: grace.id, anchor: face },
    ]);
    expect(face?.getAttribute('aria-hidden')).toBe('true');
    const large = render(bubble({ body: '🎉' }));
    expect(large.find('.face')?.getAttribute('aria-hidden')).toBeNull();
    expect(large.find('.face')?.getAttribute('aria-label')).toBe('About Grace Lindqvist');
  });

  it('shows what it answers, and leads there', () => {
    const { find, message: shown } = render(bubble({ replyTo: 3 }), { quote: QUOTE });
    const places: number[] = [];
    shown.jump.subscribe((seq) => places.push(seq));
    const button = find('parley-message-quote button') as HTMLButtonElement;
    expect(button.textContent).toContain('Freeze from 18:00');
    button.click();
    expect(places).toEqual([3]);
  });

  it('says that what it answers was deleted, is on its way, or could not be had', () => {
    const words = (state: Quote['state'], text = ''): string | undefined =>
      render(bubble({ replyTo: 3 }), { quote: { ...QUOTE, state, text } }).find('parley-message-quote')?.textContent;
    expect(words('deleted', 'This message was deleted')).toContain('This message was deleted');
    expect(words('missing')).toContain('The message could not be loaded');
    expect(render(bubble({ replyTo: 3 }), { quote: { ...QUOTE, state: 'loading' } }).find('.ghost')).not.toBeNull();
  });

  it('asks for options by its button and by a right click', () => {
    const { element, asked, rightClick, find } = render(bubble());
    (find('.options') as HTMLButtonElement).click();
    expect(rightClick('.bubble').defaultPrevented).toBe(true);
    expect(asked).toEqual([element.querySelector('.bubble'), element.querySelector('.bubble')]);
  });

  it('leaves the menu of a link to the browser', () => {
    const { asked, rightClick } = render(bubble({ body: 'www.example.org' }));
    expect(rightClick('a').defaultPrevented).toBe(false);
    expect(asked).toEqual([]);
  });

  it('has no options, and quotes nothing, once it was deleted', () => {
    const { find, asked, rightClick } = render(bubble({ deletedAt: '2026-06-11T09:01:00.000Z', replyTo: 3 }), {
      quote: QUOTE,
    });
    expect(find('.options')).toBeNull();
    expect(find('parley-message-quote')).toBeNull();
    expect(rightClick('.bubble').defaultPrevented).toBe(false);
    expect(asked).toEqual([]);
  });
});
