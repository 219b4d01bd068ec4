import { neighbour, neighbourWaiting } from './neighbour';

const IDS = ['a', 'b', 'c', 'd'];

describe('the neighbour of the open conversation', () => {
  it.each<[string | null, 1 | -1, string | null]>([
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['d', 1, 'a'],
    ['a', -1, 'd'],
    [null, 1, 'a'],
    [null, -1, 'd'],
    ['elsewhere', 1, 'a'],
  ])('of %s, %i on, is %s', (open, step, expected) => {
    expect(neighbour(IDS, open, step)).toBe(expected);
  });

  it('is nobody where there is no other', () => {
    expect(neighbour(['a'], 'a', 1)).toBeNull();
    expect(neighbour([], null, -1)).toBeNull();
  });

  it('can be the nearest in which something waits', () => {
    const waits = (id: string) => id === 'a' || id === 'd';
    expect(neighbourWaiting(IDS, 'b', 1, waits)).toBe('d');
    expect(neighbourWaiting(IDS, 'b', -1, waits)).toBe('a');
    expect(neighbourWaiting(IDS, 'b', 1, () => false)).toBeNull();
  });
});
