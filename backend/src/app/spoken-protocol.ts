import type { NestExpressApplication } from '@nestjs/platform-express';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared';
import type { NextFunction, Request, Response } from 'express';

/** Says with every answer of the API which protocol the server speaks: a page without a socket learns from it that it is outdated. */
export function tellProtocol(app: NestExpressApplication): void {
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader(PROTOCOL_HEADER, PROTOCOL_VERSION);
    next();
  });
}
