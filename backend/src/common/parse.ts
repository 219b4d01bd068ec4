import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FieldError } from '#shared';
import * as z from 'zod';
import { invalid, validationFailed, type DomainError } from './domain-error.js';

/** A hostile request can be wrong in thousands of places; the first ones are enough to put it right. */
const MAX_ERRORS = 20;
const MAX_NAME = 64;

/**
 * The value that a schema makes of `value`.
 * @throws DomainError `validation_failed` naming the fields that do not fit
 */
export function parse<S extends z.core.$ZodType>(schema: S, value: unknown): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw validationFailed(fieldErrors(result.error.issues));
}

/** The same for the body of a request. @throws DomainError `validation_failed` also for one that could not be read as JSON */
export function parseBody<S extends z.core.$ZodType>(schema: S, body: unknown): z.output<S> {
  if (body === undefined) throw missingBody();
  return parse(schema, body);
}

/** There was no body, or one of another type, which nobody has read. */
export const missingBody = (): DomainError => invalid('', 'is required, as application/json in UTF-8');

/**
 * Schema issues as field errors of the contract: the first one of each field, an unknown field under its own name.
 * @param parameter the part of the path that was validated, where it was not the request as a whole
 */
export function fieldErrors(issues: readonly StandardSchemaV1.Issue[], parameter?: string): FieldError[] {
  const byPath = new Map<string, FieldError>();
  const start = parameter === undefined ? [] : [parameter];
  for (const error of issues.slice(0, MAX_ERRORS).flatMap((issue) => toFieldErrors(issue, start))) {
    if (!byPath.has(error.path)) byPath.set(error.path, error);
  }
  return [...byPath.values()].slice(0, MAX_ERRORS);
}

function toFieldErrors(issue: StandardSchemaV1.Issue, start: readonly string[]): FieldError[] {
  const path = [...start, ...(issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))];
  if ('keys' in issue && Array.isArray(issue.keys)) {
    return issue.keys.map((key) => ({
      path: dotted([...path, String(key)]),
      message: 'is not a field of this request',
    }));
  }
  return [{ path: dotted(path), message: plainly(issue.message) }];
}

const dotted = (path: readonly string[]): string => path.map((step) => step.slice(0, MAX_NAME)).join('.');

/** What the library says by itself, and the words of a person for it. */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/^Invalid input: expected .*, received undefined$/, 'is required'],
  [/^Invalid input: expected int\b.*$/, 'must be a whole number'],
  [/^Invalid input: expected (.*?)(, received .*)?$/, 'must be of type $1'],
  [/^Invalid option: expected one of (.*)$/, 'must be one of $1'],
  [/^Too small: expected .* to (be|have) >=(.*)$/, 'must $1 at least $2'],
  [/^Too big: expected .* to (be|have) <=(.*)$/, 'must $1 at most $2'],
];

const plainly = (message: string): string =>
  PLAINER.reduce((text, [pattern, words]) => text.replace(pattern, words), message);
