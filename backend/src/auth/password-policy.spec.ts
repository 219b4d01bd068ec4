import { describe, expect, it } from 'vitest';
import { passwordWeakness } from './password-policy.js';

describe('a password', () => {
  it.each([
    'nine green bottles',
    'tjq7w!pdk2',
    'correct horse battery',
    'Zug nach Pankow 1983',
    'ユニコードのパスワード',
    'passwordless entry',
    'monkey business as usual',
    '7301946582',
  ])('of some thought is good: %s', (password) => {
    expect(passwordWeakness(password, 'ada')).toBeNull();
  });

  it.each([
    'password123',
    'P@ssw0rd2024!',
    'PASSWORD!!',
    'letmein1234',
    '!!qwertyuiop',
    '1q2w3e4r5t',
    'Iloveyou2024',
    'correcthorsebatterystaple',
  ])('that everybody has is refused: %s', (password) => {
    expect(passwordWeakness(password, 'ada')).toBe('is one of the most common passwords');
  });

  it.each([
    'aaaaaaaaaa',
    'abababababab',
    'abcabcabcabc',
    '1234567890',
    '9876543210',
    'abcdefghijkl',
    '123412341234',
    'hushhushhushhush',
  ])('that is a pattern is refused: %s', (password) => {
    expect(passwordWeakness(password, 'ada')).toBe('is a simple pattern, and easy to guess');
  });

  it.each(['ada.lovelace', 'Ada.Lovelace', 'ada.lovelace1815', '!ada.lovelace!'])(
    'that is the username is refused: %s',
    (password) => {
      expect(passwordWeakness(password, 'ada.lovelace')).toBe('must not be the username');
    },
  );

  it('may hold a username of digits alone', () => {
    expect(passwordWeakness('nine green bottles', '007')).toBeNull();
    expect(passwordWeakness('7301946582', '007')).toBeNull();
  });
});
