import { COMMON_PASSWORDS, COMMON_STEMS } from './common-passwords.js';

const MIN_DISTINCT = 4;
/** A piece said again and again, as in `abcabcabcabc`, with little after it. */
const REPETITION = /^(.+?)\1+.{0,4}$/su;

/**
 * Why a password is too easy to guess, or null if it is not. Pure.
 * Its length is the schema's to judge.
 */
export function passwordWeakness(password: string, username: string): string | null {
  const plain = password.toLowerCase().trim();
  if (isAboutUsername(plain, username.toLowerCase())) return 'must not be the username';
  if (isPattern(plain)) return 'is a simple pattern, and easy to guess';
  if (isCommon(plain)) return 'is one of the most common passwords';
  return null;
}

/** Digits and signs around the username add next to nothing. */
function isAboutUsername(plain: string, username: string): boolean {
  const word = withoutFringe(username);
  return plain === username || (word !== '' && withoutFringe(plain) === word);
}

function isPattern(plain: string): boolean {
  return new Set(plain).size < MIN_DISTINCT || REPETITION.test(plain) || isSequence(plain);
}

/** Neighbours all the way, upwards or downwards, as in `123456789012` or `zyxwvutsrq`. */
function isSequence(plain: string): boolean {
  const codes = [...plain].map((character) => character.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
}

function isCommon(plain: string): boolean {
  return COMMON_PASSWORDS.has(plain) || [plain, unmasked(plain)].some((word) => COMMON_STEMS.has(withoutFringe(word)));
}

const MASKS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

/** `p@ssw0rd` is no better than what it stands for. Digits at the end are an ornament rather than letters. */
function unmasked(plain: string): string {
  const [, word = '', ornament = ''] = /^(.*?)([^a-z]*)$/s.exec(plain) ?? [];
  return word.replace(/[@4310!$5]/g, (sign) => MASKS[sign] ?? sign) + ornament;
}

const withoutFringe = (text: string): string => text.replace(/^[^a-z]+|[^a-z]+$/g, '');
