import { typingAt } from './typing-place';

type Sign = Parameters<typeof typingAt>[0];

/** What stands at the end after each sign. */
function through(...signs: readonly Sign[]): (string | null)[] {
  let before: Parameters<typeof typingAt>[1];
  return signs.map((source) => {
    const value = typingAt(source, before);
    before = { source, value };
    return value;
  });
}

describe('the place of those who type', () => {
  const ben = 'Ben is typing…';

  it('is there with the first sign, and not before', () => {
    expect(through({ last: 'a', typing: '' }, { last: 'a', typing: ben })).toEqual([null, ben]);
  });

  it('is kept when they stop, until a message takes it', () => {
    expect(
      through(
        { last: 'a', typing: ben },
        { last: 'a', typing: '' },
        { last: 'a', typing: ben },
        { last: 'a', typing: '' },
        { last: 'b', typing: '' },
      ),
    ).toEqual([ben, '', ben, '', null]);
  });

  it('stays for others who go on typing when a message comes', () => {
    expect(through({ last: 'a', typing: ben }, { last: 'b', typing: ben })).toEqual([ben, ben]);
  });

  it('is nowhere while the end is out of view', () => {
    expect(through({ last: 'a', typing: ben }, { last: null, typing: ben }, { last: 'a', typing: '' })).toEqual([
      ben,
      null,
      null,
    ]);
  });
});
