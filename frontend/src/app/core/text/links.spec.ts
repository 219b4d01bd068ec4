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

  it('may be the address of a mailbox', () => {
    expect(hrefs('(ada.l+chat@mail.example.org),')).toEqual(['mailto:ada.l+chat@mail.example.org']);
    expect(hrefs('ada@localhost')).toEqual([]);
  });

  it('tells where it leads when its looks may say otherwise', () => {
    const leadsTo = (word: string) => linksIn(word, 0).map(({ node }) => node.kind === 'link' && node.leadsTo);
    expect(leadsTo('https://example.org/a')).toEqual([null]);
    expect(leadsTo('www.\u0430pple.com.')).toEqual(['www.xn--pple-43d.com']);
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
  ])('is none in %s', (word) => {
    expect(hrefs(word)).toEqual([]);
  });
});
