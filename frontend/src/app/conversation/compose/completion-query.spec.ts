import { closedEmoji, completionQuery } from './completion-query';

/** `|` shows the caret. */
function at(shown: string) {
  const found = completionQuery(shown.replace('|', ''), shown.indexOf('|'));
  return found && { kind: found.kind, query: found.query };
}

describe('what is being named before the caret', () => {
  it('is a person after @ at the beginning of a word', () => {
    expect(at('@|')).toEqual({ kind: 'person', query: '' });
    expect(at('Thanks @gra|')).toEqual({ kind: 'person', query: 'gra' });
    expect(at('(@gra|)')).toEqual({ kind: 'person', query: 'gra' });
    expect(at('line one\n@gra|')).toEqual({ kind: 'person', query: 'gra' });
    expect(at('*@gra|*')).toEqual({ kind: 'person', query: 'gra' });
    expect(at('@Jürg|')).toEqual({ kind: 'person', query: 'Jürg' });
  });

  it('is nobody in an address, in a path or in the middle of a word', () => {
    expect(at('ada@exa|')).toBeNull();
    expect(at('npm i @scope/@pa|')).toBeNull();
    expect(at('@gr|ace')).toBeNull();
    expect(at('@grace |')).toBeNull();
  });

  it('is an emoji after a colon and two signs', () => {
    expect(at('Done :ta|')).toEqual({ kind: 'emoji', query: 'ta' });
    expect(at(':+1|')).toEqual({ kind: 'emoji', query: '+1' });
    expect(at('(:tada|')).toEqual({ kind: 'emoji', query: 'tada' });
  });

  it('is none in a time, a pair of colons, or a face made of signs', () => {
    expect(at('at 10:30|')).toBeNull();
    expect(at('std::vec|')).toBeNull();
    expect(at(':D|')).toBeNull();
    expect(at('note:this|')).toBeNull();
    expect(at('Note: this|')).toBeNull();
  });

  it('says where it begins and ends', () => {
    expect(completionQuery('Thanks @gra', 11)).toMatchObject({ from: 7, to: 11 });
  });
});

describe('an emoji whose name is closed', () => {
  it('reaches from colon to colon', () => {
    expect(closedEmoji('Done :tada:', 11)).toEqual({ kind: 'emoji', query: 'tada', from: 5, to: 11 });
  });

  it('is none in a time or without a name', () => {
    expect(closedEmoji('10:30:', 6)).toBeNull();
    expect(closedEmoji('::', 2)).toBeNull();
  });
});
