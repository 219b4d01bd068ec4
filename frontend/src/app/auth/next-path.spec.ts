import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path';

const ORIGIN = 'https://chat.example';

describe('nextPath', () => {
  it('is the path that was asked for, with its query and fragment', () => {
    expect(nextPath('/rooms/42?at=7#end', ORIGIN)).toBe('/rooms/42?at=7#end');
  });

  it.each([
    undefined,
    null,
    '',
    'rooms/42',
    '//evil.example/',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('is the start for %o, which would lead elsewhere or nowhere', (next) => {
    expect(nextPath(next, ORIGIN)).toBe('/');
  });
});
