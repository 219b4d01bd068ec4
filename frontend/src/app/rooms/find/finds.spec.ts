import { grace, room, user } from '../testing/builders';
import type { Command } from './command';
import { findQuery } from './find-query';
import { findsOf, type FindWorld } from './finds';

const command = (id: string, label: string, alias = ''): Command => ({
  id,
  label,
  alias,
  icon: 'check',
  run: () => undefined,
});
const WORLD: FindWorld = {
  conversations: [
    room({ id: 'retro', name: 'Retro' }),
    room({ id: 'release', name: 'Release 2.8' }),
    room({ id: 'core', name: 'Core team' }),
    room({ id: 'grace', kind: 'direct', name: null, peer: grace }),
  ],
  people: [grace, user('u-rene', 'Ren\u00e9 Marchetti'), user('u-ann', 'Ann Reed')],
  rooms: [room({ id: 'research', name: 'Research notes', me: null })],
  commands: [command('all-read', 'Mark everything as read'), command('theme', 'Dark appearance', 'theme night')],
  openRoomId: 'retro',
  most: 6,
};

const found = (typed: string, world = WORLD) =>
  Object.fromEntries(
    findsOf(findQuery(typed, true), world).map(({ kind, finds }) => [kind, finds.map(({ key }) => key)]),
  );

describe('what is found', () => {
  it('without a word is what was talked about last, but not where one is', () => {
    expect(found('')).toEqual({ recent: ['release', 'core', 'grace'] });
  });

  it('comes in sections, what begins with the words before what has them within', () => {
    expect(found('re')).toEqual({
      conversation: ['retro', 'release', 'core'],
      person: ['u-rene', 'u-ann'],
      room: ['research'],
      command: ['all-read'],
    });
  });

  it('keeps the order of the newest among what fits alike', () => {
    expect(found('r')['conversation']?.slice(0, 2)).toEqual(['retro', 'release']);
  });

  it('names somebody once, by the conversation with them', () => {
    expect(found('grace')).toEqual({ conversation: ['grace'] });
  });

  it.each([
    ['@re', { person: ['u-rene', 'u-ann'] }],
    ['@', { conversation: ['grace'], person: ['u-rene', 'u-ann'] }],
    ['# re', { conversation: ['retro', 'release', 'core'], room: ['research'] }],
    ['>', { command: ['all-read', 'theme'] }],
    ['>re', { command: ['all-read'] }],
  ])('is narrowed by a sign: %s', (typed, expected) => {
    expect(found(typed)).toEqual(expected);
  });

  it('is found by another name too, and then shows it', () => {
    const [section] = findsOf(findQuery('>night', true), WORLD);
    expect(section?.finds).toMatchObject([{ key: 'theme', marks: [], alias: 'theme night' }]);
    expect(found('@grace.lind')).toEqual({ conversation: ['grace'] });
  });

  it('shows what fits loosely only where nothing fits well', () => {
    expect(found('rlse')).toEqual({ conversation: ['release'] });
    expect(found('dark')).toEqual({ command: ['theme'] });
    const world = { ...WORLD, conversations: [room({ id: 'loose', name: 'Daily archive, kept' })] };
    expect(found('dark', world)).toEqual({ command: ['theme'] });
  });

  it('is a few of each kind, unless the search is narrowed', () => {
    const few = { ...WORLD, most: 1 };
    expect(found('re', few)).toEqual({
      conversation: ['retro'],
      person: ['u-rene'],
      room: ['research'],
      command: ['all-read'],
    });
    expect(found('@re', few)).toEqual({ person: ['u-rene', 'u-ann'] });
  });

  it('is nothing where nothing fits', () => {
    expect(found('zzz')).toEqual({});
  });

  it('does not read ">" as a sign where nothing can be done', () => {
    expect(findQuery('>re', false)).toEqual({ scope: 'all', text: '>re' });
  });
});
