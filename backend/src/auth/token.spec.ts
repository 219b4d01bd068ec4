import { describe, expect, it } from 'vitest';
import { hashToken, newToken, tokenFrom } from './token.js';

describe('a session token', () => {
  const token = newToken();
  const other = newToken();

  it('is random, and stored as a hash from which it cannot be read', () => {
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(token).not.toBe(other);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken(token)).toBe(hashToken(token));
  });

  it('is read from the cookie, among others', () => {
    expect(tokenFrom({ cookie: `theme=dark; parley_session=${token}; a=b` })).toBe(token);
    expect(tokenFrom({ cookie: `xparley_session=${token}` })).toBeNull();
  });

  it('is read from the bearer header, which comes before the cookie', () => {
    expect(tokenFrom({ authorization: `Bearer ${token}` })).toBe(token);
    expect(tokenFrom({ authorization: `bearer ${token}`, cookie: `parley_session=${other}` })).toBe(token);
    expect(tokenFrom({ authorization: `Basic ${token}` })).toBeNull();
  });

  it.each([
    {},
    { cookie: '' },
    { cookie: 'parley_session=' },
    { cookie: 'parley_session=a b' },
    { authorization: 'Bearer' },
  ])('is not there in %j', (headers) => {
    expect(tokenFrom(headers)).toBeNull();
  });
});
