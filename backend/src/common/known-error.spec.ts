import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { ERROR_STATUS } from '#shared';
import { describe, expect, it } from 'vitest';
import { toAckError } from './ack.js';
import { DomainError, UnexpectedError, conflict, forbidden, rateLimited } from './domain-error.js';
import { toDomainError } from './known-error.js';
import { toProblem } from './problem.js';

const withStatus = (status: number) => Object.assign(new Error('the request said: secret'), { status });

describe('anything thrown', () => {
  it('keeps the words of a domain error', () => {
    const error = forbidden('Not here.');
    expect(toDomainError(error)).toBe(error);
  });

  it.each([
    [new BadRequestException('secret'), 'validation_failed', 400],
    [new NotFoundException('secret'), 'not_found', 404],
    [new HttpException('secret', 405), 'validation_failed', 400],
    [new HttpException('secret', 415), 'validation_failed', 400],
    [new HttpException('secret', 429), 'rate_limited', 429],
    [new HttpException('secret', 503), 'unavailable', 503],
    [withStatus(413), 'payload_too_large', 413],
    [withStatus(400), 'validation_failed', 400],
  ])('that the framework means for the caller has a code (%o)', (thrown, code, status) => {
    const problem = toProblem(toDomainError(thrown));
    expect(problem).toMatchObject({ code, status });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each([[new TypeError('secret')], [withStatus(500)], [new HttpException('secret', 500)], ['secret'], [undefined]])(
    'that is a bug is answered as one, without its cause (%o)',
    (thrown) => {
      const error = toDomainError(thrown);
      expect(error).toBeInstanceOf(UnexpectedError);
      expect(error.cause).toBe(thrown);
      expect(toProblem(error)).toMatchObject({ status: 500, code: 'unavailable' });
      expect(JSON.stringify([toProblem(error), toAckError(thrown)])).not.toContain('secret');
    },
  );

  it('has the status that the contract gives its code', () => {
    for (const [code, status] of Object.entries(ERROR_STATUS)) {
      expect(toProblem(new DomainError(code as keyof typeof ERROR_STATUS, 'x')).status).toBe(status);
    }
  });

  it('tells a socket the same as a request', () => {
    const error = conflict('name', 'is taken');
    expect(toAckError(error)).toEqual({
      code: 'conflict',
      detail: 'The request collides with what is already there.',
      errors: [{ path: 'name', message: 'is taken' }],
    });
    expect(toAckError(rateLimited(3))).not.toHaveProperty('errors');
  });
});
