import { markOf, wrapSelection } from './wrap-selection';

/** `[` and `]` show what is selected. */
function wrap(shown: string, mark: string): string {
  const start = shown.indexOf('[');
  const end = shown.indexOf(']') - 1;
  const text = shown.replace(/[[\]]/gu, '');
  const change = wrapSelection({ text, start, end }, mark);
  const after = text.slice(0, change.from) + change.text + text.slice(change.to);
  const selected = change.select ?? { start: 0, end: 0 };
  return `${after.slice(0, selected.start)}[${after.slice(selected.start, selected.end)}]${after.slice(selected.end)}`;
}

describe('wrapping a selection', () => {
  it('puts the sign on both sides and keeps the words selected', () => {
    expect(wrap('a [big] thing', '*')).toBe('a *[big]* thing');
  });

  it('leaves white space at the ends outside, where the sign would mean nothing', () => {
    expect(wrap('a[ big ]thing', '_')).toBe('a _[big]_ thing');
  });

  it('takes the sign away again, whether it is selected too or not', () => {
    expect(wrap('a *[big]* thing', '*')).toBe('a [big] thing');
    expect(wrap('a [*big*] thing', '*')).toBe('a [big] thing');
  });

  it('opens a pair around the caret, and closes it with nothing in it', () => {
    expect(wrap('a []', '~')).toBe('a ~[]~');
    expect(wrap('a ~[]~', '~')).toBe('a []');
  });

  it('puts one sign around another', () => {
    expect(wrap('*[big]*', '_')).toBe('*_[big]_*');
  });
});

describe('the key of a sign', () => {
  const press = (init: KeyboardEventInit) => markOf(new KeyboardEvent('keydown', init));

  it('is Ctrl or Cmd with B or I, and with Shift and X', () => {
    expect(press({ key: 'b', ctrlKey: true })).toBe('*');
    expect(press({ key: 'i', metaKey: true })).toBe('_');
    expect(press({ key: 'X', ctrlKey: true, shiftKey: true })).toBe('~');
  });

  it('is none without Ctrl, nor the one that cuts', () => {
    expect(press({ key: 'b' })).toBeNull();
    expect(press({ key: 'x', ctrlKey: true })).toBeNull();
    expect(press({ key: 'b', ctrlKey: true, shiftKey: true })).toBeNull();
  });
});
