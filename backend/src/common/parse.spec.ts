import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { DomainError } from './domain-error.js';
import { parse } from './parse.js';

const Order = z.strictObject({
  name: z.string().trim().min(2, 'is too short').regex(/^a/, 'must begin with a'),
  lines: z.array(z.strictObject({ amount: z.int() })).optional(),
});

function errorsOf(value: unknown) {
  try {
    parse(Order, value);
  } catch (error) {
    if (error instanceof DomainError) return error.errors;
    throw error;
  }
  return undefined;
}

describe('parse', () => {
  it('gives back what the schema makes of a value', () => {
    expect(parse(Order, { name: ' ab ' })).toEqual({ name: 'ab' });
  });

  it('names each field once, by its dotted path', () => {
    expect(errorsOf({ name: 'b', lines: [{ amount: 1 }, { amount: 'two' }] })).toEqual([
      { path: 'name', message: 'is too short' },
      { path: 'lines.1.amount', message: 'must be of type number' },
    ]);
  });

  it('tells a missing field from a wrong one', () => {
    expect(errorsOf({})).toEqual([{ path: 'name', message: 'is required' }]);
    expect(errorsOf(undefined)).toEqual([{ path: '', message: 'is required' }]);
    expect(errorsOf('text')).toEqual([{ path: '', message: 'must be of type object' }]);
  });

  it('names unknown fields, wherever they stand', () => {
    expect(errorsOf({ name: 'ab', lines: [{ amount: 1, secret: 'x' }], more: 1 })?.map(({ path }) => path)).toEqual([
      'lines.0.secret',
      'more',
    ]);
  });

  it('does not answer a flood with a flood', () => {
    const flood = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`${'x'.repeat(100)}${index}`, index]),
    );
    const errors = errorsOf({ name: 'ab', ...flood }) ?? [];
    expect(errors.length).toBeLessThanOrEqual(20);
    expect(errors.every(({ path }) => path.length <= 64)).toBe(true);
  });
});
