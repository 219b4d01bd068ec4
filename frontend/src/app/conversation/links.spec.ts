import { findLinks } from './links';

const linksIn = (body: string): (string | null)[] => findLinks(body).flatMap(({ href }) => href ?? []);

describe('findLinks', () => {
  it('keeps every character of the message', () => {
    const body = 'See https://example.org/a?b=c#d, then (http://example.org/x_(y)) or www.example.org.\nDone.';
    expect(
      findLinks(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body);
  });

  it('leaves the punctuation of the sentence outside', () => {
    expect(linksIn('Look at https://example.org/a.')).toEqual(['https://example.org/a']);
    expect(linksIn('(https://example.org/wiki/P_(letter))')).toEqual(['https://example.org/wiki/P_(letter)']);
  });

  it('reads an address that begins with www', () => {
    expect(linksIn('www.example.org/now')).toEqual(['https://www.example.org/now']);
  });

  it('makes no link of anything but http and https', () => {
    expect(linksIn('javascript:alert(1) data:text/html,x ftp://example.org file:///etc/passwd')).toEqual([]);
  });

  it('takes markup as the text it is', () => {
    expect(findLinks('<b>bold</b>')).toEqual([{ text: '<b>bold</b>', href: null }]);
  });
});
