import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usernamesIn } from './mentions.js';

describe('the usernames that a body mentions', () => {
  it.each([
    ['@ada', ['ada']],
    ['@Ada, and @grace.hopper!', ['ada', 'grace.hopper']],
    ['ask @ada.', ['ada']],
    ['(@ada)', ['ada']],
    ['*@ada*', ['ada']],
    ['@ada @ada', ['ada']],
    ['@a-1_b', ['a-1_b']],
    ['ada@example.org', []],
    ['write to x+y@ada.example', []],
    ['@', []],
    ['@ab', []],
    ['nobody', []],
  ])('%j: %j', (body, names) => expect(usernamesIn(body)).toEqual(names));

  it('are found wherever a name stands alone, whatever stands around it', () => {
    const name = fc.stringMatching(/^[a-z0-9]{3,32}$/);
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (username, before, after) => {
        expect(usernamesIn(`${before.replaceAll('@', '')} @${username} ${after.replaceAll('@', '')}`)).toEqual([
          username,
        ]);
      }),
    );
  });
});
