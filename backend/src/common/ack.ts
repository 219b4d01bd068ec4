import type { AckError } from '#shared';
import { toDomainError } from './known-error.js';

/**
 * The error part of a socket acknowledgement, for anything that a handler throws.
 * Codes, a sentence and field paths only: nothing of the payload comes back.
 */
export function toAckError(thrown: unknown): AckError {
  const { code, detail, errors } = toDomainError(thrown);
  return { code, detail, ...(errors && { errors: [...errors] }) };
}
