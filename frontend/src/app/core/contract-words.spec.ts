import { ErrorCode, LIMITS, NewPassword, Username } from '#shared';
import { faultInWords, faultsInWords, refusalInWords } from './contract-words';

const faultOf = (schema: typeof NewPassword, value: string): string =>
  schema.safeParse(value).error?.issues[0]?.message ?? '';

describe('what the contract has against a field', () => {
  afterEach(() => ($localize.locale = undefined));

  it('is said in its own words to who reads English', () => {
    expect(faultInWords(faultOf(NewPassword, 'short'))).toBe(`must have at least ${LIMITS.password.min} characters`);
    expect(faultInWords('must be ids, joined by commas')).toBe('must be ids, joined by commas');
  });

  it('is known by its words, whatever the reader reads', () => {
    $localize.locale = 'de';
    const faults = [faultOf(NewPassword, ''), faultOf(Username, 'a'.repeat(99)), faultOf(Username, 'a b c')];
    faults.push('is already taken', 'is one of the most common passwords', 'must not be the username');
    expect(faults.map(faultInWords)).not.toContain('is not valid');
  });

  it('is never English to who reads another language', () => {
    $localize.locale = 'de';
    expect(faultInWords('must be ids, joined by commas')).toBe('is not valid');
  });

  it('keeps its place', () => {
    expect(faultsInWords([{ path: 'username', message: 'is already taken' }])).toEqual([
      { path: 'username', message: 'is already taken' },
    ]);
    expect(faultsInWords()).toEqual([]);
  });
});

describe('why the server refused', () => {
  afterEach(() => ($localize.locale = undefined));

  it('is its own sentence to who reads English', () => {
    expect(refusalInWords('forbidden', 'Only the owner can change roles.')).toBe('Only the owner can change roles.');
  });

  it.each(ErrorCode.options)('is a sentence of the client for %s where the reader reads another language', (code) => {
    $localize.locale = 'de';
    expect(refusalInWords(code, 'What the server says.')).toMatch(/^(?!What the server says).+\.$/u);
  });
});
