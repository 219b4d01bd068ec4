import { HttpException, HttpStatus } from '@nestjs/common';
import {
  DomainError,
  UnexpectedError,
  forbidden,
  invalid,
  notFound,
  payloadTooLarge,
  rateLimited,
  unauthenticated,
  unavailable,
} from './domain-error.js';
import { isOutage } from './outage.js';

const DEFAULT_RETRY_SECONDS = 60;

/** What the framework throws by itself, by HTTP status. Its own texts may quote the request, so they are not used. */
const BY_STATUS: Readonly<Record<number, () => DomainError>> = {
  [HttpStatus.BAD_REQUEST]: () => invalid('', 'is not valid JSON, or not a request that the server can read'),
  [HttpStatus.UNAUTHORIZED]: () => unauthenticated(),
  [HttpStatus.FORBIDDEN]: () => forbidden('The request was refused.'),
  [HttpStatus.NOT_FOUND]: () => notFound(),
  [HttpStatus.PAYLOAD_TOO_LARGE]: () => payloadTooLarge(),
  [HttpStatus.UNSUPPORTED_MEDIA_TYPE]: () => invalid('', 'must be JSON in UTF-8'),
  [HttpStatus.TOO_MANY_REQUESTS]: () => rateLimited(DEFAULT_RETRY_SECONDS),
  [HttpStatus.SERVICE_UNAVAILABLE]: () => unavailable(),
};

/**
 * Any thrown thing in the words of the contract. What is not known is a bug and becomes an `UnexpectedError`,
 * which the caller has to log.
 */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isOutage(error)) return unavailable();
  const status = error instanceof HttpException ? error.getStatus() : clientErrorStatus(error);
  if (status === undefined) return new UnexpectedError(error);
  const known = BY_STATUS[status] ?? (status < 500 ? BY_STATUS[HttpStatus.BAD_REQUEST] : undefined);
  return known?.() ?? new UnexpectedError(error);
}

/** Body parser and Express throw plain errors with a status; only those below 500 are the caller's doing. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
