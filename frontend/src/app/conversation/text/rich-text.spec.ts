import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import * as fc from 'fast-check';
import type { Block, Inline } from '../../core/text/nodes';
import { textOf } from '../../core/text/nodes';
import { readBody } from '../../core/text/read-body';
import type { PersonAsked } from '../person/person-asked';
import type { People } from './mentioned';
import { RichText } from './rich-text';

@Component({
  imports: [RichText],
  template:
    '<ng-template #tail><i>tail</i></ng-template><parley-rich-text [blocks]="blocks" [people]="people" [tail]="tail" (asked)="asked.push($event)" />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Host {
  blocks: readonly Block[] = [];
  people: People = new Map();
  readonly asked: PersonAsked[] = [];
}

const ada = { id: 'u-ada', username: 'ada', name: 'Ada Lovelace', isReader: false };

function render(body: string, people: People = new Map()): HTMLElement {
  const fixture = TestBed.createComponent(Host);
  Object.assign(fixture.componentInstance, { blocks: readBody(body), people });
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

/** What was written, without what is said of it. */
const words = (shown: HTMLElement): string => {
  const element = shown.cloneNode(true) as HTMLElement;
  for (const aside of element.querySelectorAll('.leads')) aside.remove();
  return [...element.querySelectorAll('.lines, li, code')]
    .filter((part) => !part.parentElement?.closest('.lines, li'))
    .map((part) => part.textContent.replace(/tail$/u, ''))
    .join('\n');
};

const inlines = (block: Block): Inline[][] => {
  if (block.kind === 'code') return [[{ kind: 'text', text: block.text }]];
  return block.kind === 'list' ? block.items.map(({ children }) => [...children]) : [[...block.children]];
};

describe('RichText', () => {
  it('shows the text to the letter, white space and all', () => {
    const body = '  Two spaces,\na line, www.example.org, and <b>no markup</b>.';
    expect(words(render(body))).toBe(body);
  });

  it('shows what was read, whatever was written', () => {
    const parts = fc.array(
      fc.constantFrom('*a*', '_', '~', '`x`', '```\nb\n```', '\n', '> ', '- ', '1. ', '@ada', ' ', 'www.a.b'),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(parts, (written) => {
        const body = written.join('');
        expect(words(render(body))).toBe(readBody(body).flatMap(inlines).map(textOf).join('\n'));
      }),
      { numRuns: 50 },
    );
  });

  it('makes elements of marks', () => {
    const element = render('*bold _both_* ~gone~ `code`\n> said\n- one\n3. three');
    expect(element.querySelector('strong em')?.textContent).toBe('both');
    expect(element.querySelector('s')?.textContent).toBe('gone');
    expect(element.querySelector('code')?.textContent).toBe('code');
    expect(element.querySelector('blockquote')?.textContent).toBe('said');
    expect(element.querySelector('ul li')?.textContent).toBe('one');
    expect(element.querySelector<HTMLLIElement>('ol li')?.value).toBe(3);
  });

  it('makes a link that opens elsewhere and learns nothing of this page', () => {
    const link = render('See https://example.org/a.').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/a');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer');
  });

  it('says where a link leads whose looks may say otherwise', () => {
    expect(render('https://example.org@evil.example').textContent).toContain('(leads to evil.example)');
    expect(render('https://example.org/@evil.example').querySelector('.leads')).toBeNull();
  });

  it('leads to those who are mentioned, inside an emphasis too', () => {
    const fixture = TestBed.createComponent(Host);
    Object.assign(fixture.componentInstance, { blocks: readBody('Ask *@ada*'), people: new Map([['ada', ada]]) });
    fixture.detectChanges();
    const mention = (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('.mention');
    mention?.click();
    expect(fixture.componentInstance.asked).toEqual([{ userId: ada.id, anchor: mention }]);
  });

  it('renders no element but its own', () => {
    expect(render('<img src=x onerror=alert(1)>').querySelector('img')).toBeNull();
  });

  it('names those who are mentioned, and nobody else', () => {
    const element = render('@ada and @nobody', new Map([['ada', ada]]));
    expect(element.querySelector('.mention')?.textContent).toBe('@Ada Lovelace');
    expect(element.querySelectorAll('.mention')).toHaveLength(1);
    expect(words(element)).toBe('@Ada Lovelace and @nobody');
  });

  it('marks a mention of the reader', () => {
    const element = render('@ada', new Map([['ada', { ...ada, isReader: true }]]));
    expect(element.querySelector('.mention.reader')).not.toBeNull();
  });

  it('lets each paragraph run in its own direction', () => {
    expect(render('שלום\n\n> hello').querySelectorAll('[dir=auto]')).toHaveLength(2);
  });

  it('ends with the tail, on the last line or below what is none', () => {
    expect(render('one').querySelector('.lines i')?.textContent).toBe('tail');
    expect(render('```\na\nb\n```').querySelector('.under i')?.textContent).toBe('tail');
    expect(render('- a').querySelectorAll('i')).toHaveLength(1);
  });
});
