import { completion } from './completion';
import type { CompletionQuery } from './completion-query';
import type { Suggestion } from './suggestion';

const suggestion = (name: string): Suggestion => ({
  id: name,
  title: name,
  detail: '',
  insert: `@${name} `,
  person: null,
  glyph: '',
});
const NAMES = ['ada', 'adele', 'grace'];
const find = ({ query }: CompletionQuery) => NAMES.filter((name) => name.startsWith(query)).map(suggestion);
const open = (text: string) => {
  const made = completion(find);
  made.look(text, text.length);
  return made;
};

describe('completing a name', () => {
  it('opens with what the name may mean, and closes where there is nothing', () => {
    const made = open('@ad');
    expect(made.suggestions().map(({ id }) => id)).toEqual(['ada', 'adele']);
    made.look('@adx', 4);
    expect(made.isOpen()).toBe(false);
  });

  it('moves in a ring', () => {
    const made = open('@');
    made.move(-1);
    expect(made.active()).toBe(2);
    made.move(1);
    expect(made.active()).toBe(0);
  });

  it('begins at the first again when the name goes on', () => {
    const made = open('@');
    made.move(1);
    made.look('@a', 2);
    expect(made.active()).toBe(0);
  });

  it('takes the whole name with its sign', () => {
    expect(open('Hi @ad').take(1)).toEqual({ from: 3, to: 6, text: '@adele ' });
  });

  it('stays away from a name that it was closed at, and is there for the next', () => {
    const made = open('@a');
    made.close();
    made.look('@ad', 3);
    expect(made.isOpen()).toBe(false);
    made.look('@ad @g', 6);
    expect(made.isOpen()).toBe(true);
  });

  it('is away when the field is left', () => {
    const made = open('@a');
    made.leave();
    expect(made.isOpen()).toBe(false);
  });
});
