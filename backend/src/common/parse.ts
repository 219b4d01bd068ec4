import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { FieldError } from '#shared';
import type * as z from 'zod';
import { validationFailed } from './domain-error.js';

/** A hostile request can be wrong in thousands of places; the first ones are enough to put it right. */
const MAX_ERRORS = 20;
const MAX_NAME = 64;

/**
 * The value that a schema makes of `value`.
 * @throws DomainError `validation_failed` naming the fields that do not fit
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw validationFailed(fieldErrors(result.error.issues));
}

/** Schema issues as field errors of the contract: the first one of each field, an unknown field under its own name. */
export function fieldErrors(issues: readonly StandardSchemaV1.Issue[]): FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const error of issues.slice(0, MAX_ERRORS).flatMap(toFieldErrors)) {
    if (!byPath.has(error.path)) byPath.set(error.path, error);
  }
  return [...byPath.values()].slice(0, MAX_ERRORS);
}

function toFieldErrors(issue: StandardSchemaV1.Issue): FieldError[] {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
  if ('keys' in issue && Array.isArray(issue.keys)) {
    return issue.keys.map((key) => ({
      path: dotted([...path, String(key)]),
      message: 'is not a field of this request',
    }));
  }
  return [{ path: dotted(path), message: plainMessage(issue) }];
}

const dotted = (path: readonly string[]): string => path.map((step) => step.slice(0, MAX_NAME)).join('.');

/** The library's own words for a missing value and for a wrong type are not made for people. */
function plainMessage(issue: StandardSchemaV1.Issue): string {
  if (!issue.message.startsWith('Invalid input: expected ')) return issue.message;
  if (issue.message.endsWith('received undefined')) return 'is required';
  return issue.message.replace(/^Invalid input: expected (.*?)(, received .*)?$/, 'must be of type $1');
}
