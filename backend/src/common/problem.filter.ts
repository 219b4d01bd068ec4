import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { UnexpectedError } from './domain-error.js';
import { toDomainError } from './known-error.js';
import { sendProblem } from './problem.js';

/** The one place where anything thrown during an HTTP request becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: unknown }>();
    const response = http.getResponse<Response>();
    const error = toDomainError(thrown);
    if (error instanceof UnexpectedError) {
      this.logger.error({ err: error.cause, requestId: request.id }, 'a request failed through a bug');
    }
    if (response.headersSent) response.destroy();
    else sendProblem(response, error);
  }
}
