import { isNamedLike } from './named-like';
import { user } from '../testing/builders';

describe('a person in a search', () => {
  const rené = { ...user('u-rene', 'René Thomas'), username: 'thomas.r' };

  it.each(['thom', 'rene t', 'RENÉ', 's.r', ''])('is found by "%s"', (text) => {
    expect(isNamedLike(rené, text)).toBe(true);
  });

  it('is not found by what neither of their names holds', () => {
    expect(isNamedLike(rené, 'grace')).toBe(false);
  });
});
