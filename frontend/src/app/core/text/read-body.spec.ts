import * as fc from 'fast-check';
import { textOf, type Block, type Inline } from './nodes';
import { readBody } from './read-body';

/** A short way to write a tree down. */
const brief = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if ('children' in node) return `<${node.kind} ${brief(node.children)}>`;
      return node.kind === 'text' ? node.text : `<${node.kind} ${node.text}>`;
    })
    .join('');
const briefBlock = (block: Block): string => {
  if (block.kind === 'code') return `[code ${block.language ?? '-'}|${block.text}]`;
  if (block.kind !== 'list') return block.kind === 'quote' ? `[quote ${brief(block.children)}]` : brief(block.children);
  return `[${block.items.map(({ marker, children }) => `${marker ?? '-'} ${brief(children)}`).join('|')}]`;
};
const read = (body: string): string => readBody(body).map(briefBlock).join(' / ');

const visible = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'code') return block.language ? `${block.language}\n${block.text}` : block.text;
      return block.kind === 'list'
        ? block.items.map(({ children }) => textOf(children)).join('\n')
        : textOf(block.children);
    })
    .join('\n');

describe('what somebody wrote', () => {
  it.each([
    ['*bold* _italic_ ~gone~', '<bold bold> <italic italic> <strike gone>'],
    ['*bold and _both_*', '<bold bold and <italic both>>'],
    ['_*~all~*_.', '<italic <bold <strike all>>>.'],
    ['(*so*), "*so*" and *so*!', '(<bold so>), "<bold so>" and <bold so>!'],
    ['*größe* and *日本*', '<bold größe> and <bold 日本>'],
    ['*across _the* edge_', '<bold across _the> edge_'],
  ])('is emphasised in %s', (body, tree) => {
    expect(read(body)).toBe(tree);
  });

  it.each([
    '2*3*4',
    'a * b * c',
    'snake_case_name and __init__',
    '**twice** ~~twice~~',
    '*open',
    'closed*',
    'a * spaced *',
    'x*y*',
    '*y*x',
    '***',
    '_ _',
    '*line\nbreak*',
    '>_< and >3',
    '-1 and 1.5',
    '2026. A year',
    '`` ` ``',
    '```',
    '<b>no markup</b> &amp;',
  ])('stays as it is in %j', (body) => {
    expect(read(body)).toBe(body);
  });

  it.each([
    ['`a*b*c` and `_x_`', '<code a*b*c> and <code _x_>'],
    ['*`bold code`*', '<bold <code bold code>>'],
    ['```npm ci``` first', '<code npm ci> first'],
    ['`https://example.org`', '<code https://example.org>'],
    ['see https://example.org/a_b_c*d*', 'see <link https://example.org/a_b_c*d>*'],
    ['*https://example.org/_x*', '<bold <link https://example.org/_x>>'],
    ['ada_l@example.org_', '<link ada_l@example.org>_'],
  ])('has code and links that win in %s', (body, tree) => {
    expect(read(body)).toBe(tree);
  });

  it.each([
    ['@ada, look', '<mention @ada>, look'],
    ['*@Joan_c* (@mary-ann)', '<bold <mention @Joan_c>> (<mention @mary-ann>)'],
    ['_@ada_', '<italic <mention @ada>>'],
    ['ada@home /@ada @ada@social.example @@', 'ada@home /@ada @ada@social.example @@'],
  ])('mentions people in %s', (body, tree) => {
    expect(read(body)).toBe(tree);
  });

  it('has code of several lines, with and without a language', () => {
    expect(read('See:\n```ts\nconst a = *1*;\n  b();\n```\nRight?')).toBe(
      'See: / [code ts|const a = *1*;\n  b();] / Right?',
    );
    expect(read('```\n  two\n    four\n```')).toBe('[code -|  two\n    four]');
    expect(read('```const a;\nb```')).toBe('[code -|const a;\nb]');
    expect(read('```\nnever closed')).toBe('```\nnever closed');
  });

  it('has quotes and lists of lines that follow each other', () => {
    expect(read('> one *two*\n> three\nfour')).toBe('[quote one <bold two>\nthree] / four');
    expect(read('Todo:\n- milk\n- *eggs*\n\nThanks')).toBe('Todo: / [- milk|- <bold eggs>] / Thanks');
    expect(read('* star\n3. three\n5) five')).toBe('[- star] / [3 three|5 five]');
  });

  it('keeps empty lines within, and white space as it was typed', () => {
    expect(read('\n  two spaces\n\n\nend  ')).toBe('  two spaces\n\n\nend  ');
    expect(read('windows\r\nlines')).toBe('windows\nlines');
  });
});

const letters = fc.array(fc.constantFrom('a', 'B', 'ß', '日', '😀', ' ', '.', ',', '(', '1'), { maxLength: 60 });
const hostile = fc.array(
  fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '\n',
    '> ',
    '- ',
    '1. ',
    '@',
    'ada',
    ' ',
    'www.',
    'a.org',
    'https://',
    '.',
    '(',
    'é',
    '😀',
    '/',
  ),
  { maxLength: 200 },
);

describe('reading', () => {
  it('shows every character of what has no marks', () => {
    fc.assert(
      fc.property(letters, (parts) => {
        const body = parts.join('');
        fc.pre(!/^\d+\. /mu.test(body));
        expect(visible(readBody(body))).toBe(body.trim() === '' ? '' : body);
      }),
    );
  });

  it('never fails, adds nothing, and takes away nothing but marks and the room between blocks', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const body = parts.join('');
        let at = 0;
        for (const sign of visible(readBody(body))) {
          if (sign === '\n' && body[at] !== '\n') continue;
          while (at < body.length && !body.startsWith(sign, at)) {
            expect('*_~`>-1. \n').toContain(body[at]);
            at += 1;
          }
          expect(at).toBeLessThan(body.length);
          at += sign.length;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '*',
    '*a ',
    '_*~',
    '`',
    '` ',
    '```',
    '```\n',
    '> ',
    '- a\n',
    '@',
    '@a.',
    'a@',
    '~a_ *b',
    '\n',
    'www.',
    'a.org',
    'a_',
    '_a.',
    'http://[',
    '*a* ',
    '_@',
  ])('takes work in proportion to the length of %j over and over', (part) => {
    const workFor = (length: number): number => {
      let steps = 0;
      readBody(part.repeat(Math.ceil(length / part.length)).slice(0, length), () => steps++);
      return steps;
    };
    expect(workFor(4_000)).toBeLessThanOrEqual(5 * 4_000);
    expect(workFor(64_000)).toBeLessThanOrEqual(5 * 64_000);
  });
});
