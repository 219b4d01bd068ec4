import { STATUS_CODES } from 'node:http';
import { ERROR_STATUS, type Problem } from '#shared';
import type { Response } from 'express';
import { UnexpectedError, type DomainError } from './domain-error.js';

export const PROBLEM_TYPE = 'application/problem+json';

/** The RFC 9457 answer to an error. Only a bug has the status 500; everything else has the status of its code. */
export function toProblem(error: DomainError): Problem {
  const status = error instanceof UnexpectedError ? 500 : ERROR_STATUS[error.code];
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: error.code,
    detail: error.detail,
    ...(error.errors && { errors: [...error.errors] }),
  };
}

/** Answers a request with a problem, and with when to try again where that is known. */
export function sendProblem(response: Response, error: DomainError): void {
  if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
  const problem = toProblem(error);
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}
