import * as fc from 'fast-check';
import { highlight } from './highlight';

const coloured = (code: string, language: string): string[] =>
  highlight(code, language).flatMap(({ kind, text }) => (kind ? `${kind} ${text}` : []));

describe('highlight', () => {
  it('knows keywords, strings, numbers and comments', () => {
    expect(coloured("const ack = await send(8_000, 'it\\'s'); // done", 'ts')).toEqual([
      'key const',
      'key await',
      'num 8_000',
      "str 'it\\'s'",
      'com // done',
    ]);
    expect(coloured('def go(): # no "string"', 'py')).toEqual(['key def', 'key go', 'com # no "string"']);
    expect(coloured('SELECT 1 -- one\n/* two\nlines */', 'sql')).toEqual([
      'key SELECT',
      'num 1',
      'com -- one',
      'com /* two\nlines */',
    ]);
  });

  it('goes by the ending of a file name', () => {
    expect(coloured('return x1', 'outbox.ts')).toEqual(['key return']);
  });

  it('leaves what it does not know as it is', () => {
    expect(highlight('const x = 1', 'brainfuck')).toEqual([{ kind: '', text: 'const x = 1' }]);
    expect(highlight('const x = 1', null)).toEqual([{ kind: '', text: 'const x = 1' }]);
  });

  it('loses no character', () => {
    const code = fc.array(fc.constantFrom('"', "'", '`', '\\', '/*', '*/', '//', '#', '\n', 'if', ' ', '1', 'é', '😀'));
    fc.assert(
      fc.property(code, fc.constantFrom('ts', 'py', 'sql', 'css'), (parts, language) => {
        const whole = parts.join('');
        expect(
          highlight(whole, language)
            .map(({ text }) => text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});
