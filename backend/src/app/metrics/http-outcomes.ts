import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Outcome } from '../../gateway/gateway-counters.js';

const REFUSED = 400;
const FAILED = 500;

/** How the requests to the REST API have ended since the start. */
@Injectable()
export class HttpOutcomes {
  readonly requests: Record<Outcome, number> = { ok: 0, refused: 0, failed: 0 };

  /** A middleware. */
  readonly count = (_request: Request, response: Response, next: NextFunction): void => {
    response.once('finish', () => {
      this.requests[outcomeOf(response.statusCode)] += 1;
    });
    next();
  };
}

function outcomeOf(status: number): Outcome {
  if (status >= FAILED) return 'failed';
  return status >= REFUSED ? 'refused' : 'ok';
}
