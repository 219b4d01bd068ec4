import * as fc from 'fast-check';
import { linksIn } from './links';

const hrefs = (word: string): string[] =>
  linksIn(word, 0).flatMap(({ node }) => (node.kind === 'link' ? [node.href] : []));
const shown = (word: string): string[] => linksIn(word, 0).map(({ start, end }) => word.slice(start, end));

describe('the link in a word', () => {
  it('has the punctuation of the sentence outside', () => {
    expect(shown('https://example.org/a.')).toEqual(['https://example.org/a']);
    expect(shown('(https://example.org/wiki/P_(letter))')).toEqual(['https://example.org/wiki/P_(letter)']);
    expect(shown('*https://example.org/a_b*')).toEqual(['https://example.org/a_b']);
    expect(shown(`https://example.org/${'!'.repeat(10)}`)).toEqual(['https://example.org/']);
    expect(shown('(https://example.org/wiki/P_(letter)),')).toEqual(['https://example.org/wiki/P_(letter)']);
  });

  it.each([
    '\u201ehttps://example.org/a\u201c',
    '\u00bbhttps://example.org/a\u00ab,',
    '\u00abhttps://example.org/a\u00bb.',
    'https://example.org/a\u2026',
    'https://example.org/a\u061f',
    'https://example.org/a\u3002',
  ])('has the punctuation of other languages outside: %s', (word) =>
    expect(shown(word)).toEqual(['https://example.org/a']),
  );

  it('may begin with www', () => {
    expect(hrefs('www.example.org/now')).toEqual(['https://www.example.org/now']);
  });

  it.each([
    ['example.org', 'https://example.org/'],
    ['mail.example.co.uk', 'https://mail.example.co.uk/'],
    ['Example.com/now?a=1#b', 'https://example.com/now?a=1#b'],
    ['example.dev:8443/x', 'https://example.dev:8443/x'],
    ['youtu.be/abc', 'https://youtu.be/abc'],
    ['m\u00fcnchen.de', 'https://xn--mnchen-3ya.de/'],
  ])('may be written without what browsers put before it: %s', (word, href) => {
    expect(hrefs(word)).toEqual([href]);
    expect(shown(`(*${word}*),`)).toEqual([word]);
    expect(shown(`_${word}_?`)).toEqual([word]);
  });

  it('is one of several', () => {
    expect(shown('example.org,example.com')).toEqual(['example.org', 'example.com']);
  });

  it.each([
    ['foo.bar', 'console.info/warn', 'user.name', 'java.io.File', 'example.org()', 'app.dev=1', '$.de', 'node.js/x'],
    ['main.ts', 'README.md', 'src/main.rs', 'deploy.sh', 'a/b.com', '.env.dev', 'setup.py/x', 'C:\\x\\a.net'],
    ['e.g.', 'z.B.', 'i.e./e.g.', 'done.so', 'Yes.No', 'and.it', '1.5', '24.12.', 'p.m./a.m.', 'v2.8.0/x'],
    ['ASP.NET', 'Socket.IO', '@nora.app', '@ada@example.org', 'snake_case.org', 'a.de-facto', '-x.org', 'a.b.com@'],
  ])('is none where it is code, a file, a short form or a name: %s, %s and others', (...words) => {
    for (const word of words) expect([word, hrefs(word)]).toEqual([word, []]);
  });

  it('may be the address of a mailbox', () => {
    expect(hrefs('(ada.l+chat@mail.example.org),')).toEqual(['mailto:ada.l+chat@mail.example.org']);
    expect(hrefs('ada@localhost')).toEqual([]);
  });

  it('tells where it leads when its looks may say otherwise', () => {
    const leadsTo = (word: string) => linksIn(word, 0).map(({ node }) => node.kind === 'link' && node.leadsTo);
    expect(leadsTo('https://example.org/a')).toEqual([null]);
    expect(leadsTo('www.\u0430pple.com.')).toEqual(['www.xn--pple-43d.com']);
    expect(leadsTo('\u0430pple.com/id')).toEqual(['xn--pple-43d.com']);
    expect(leadsTo('ada@example.org')).toEqual([null]);
  });

  it('ends at what cannot be seen or turns the direction of reading', () => {
    expect(shown('https://example.org/\u202egpj.exe')).toEqual(['https://example.org/']);
    expect(shown('https://example.org\u200b.evil.example')).toEqual(['https://example.org']);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'file:///etc/passwd',
    'https://',
    'xhttps://a.b',
    'www...',
  ])('is none in %s', (word) => {
    expect(hrefs(word)).toEqual([]);
  });
});

describe('links without https://', () => {
  const letter = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'z', '0', '1', '8');
  const label = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
  const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
  const path = fc.constantFrom('', '/', '/a', '/a/b.html', '/?q=1', ':8080/a');
  const [before, after] = [
    fc.constantFrom('', '(', '*', '_', '"', '\u201e'),
    fc.constantFrom('', '.', ',', '!', '*', '_', '"'),
  ];

  it('are found whole, whatever stands around them, and lead there', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('com', 'org', 'de', 'io'), path, before, after, (host, ending, rest, a, b) => {
        const address = `${host}.${ending}${rest}`;
        fc.pre(URL.canParse(`https://${address}`));
        expect(shown(a + address + b)).toEqual([address]);
        expect(hrefs(a + address + b)).toEqual([new URL(`https://${address}`).href]);
      }),
    );
  });

  it('are never made of names of files, wherever those stand', () => {
    const file = fc.constantFrom('ts', 'js', 'md', 'sh', 'py', 'rs', 'json', 'html', 'css', 'txt', 'zip', 'mov');
    const folder = fc.constantFrom('', 'src/', './', '../a/', '~/', '/etc/');
    fc.assert(
      fc.property(name, file, folder, before, after, (stem, ending, where, a, b) => {
        expect(hrefs(`${a}${where}${stem}.${ending}${b}`)).toEqual([]);
      }),
    );
  });
});
