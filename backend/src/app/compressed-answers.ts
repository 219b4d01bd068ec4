import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { LEAST_BYTES } from './compressed-files.js';

const zip = promisify(gzip);

/**
 * Sends long answers of the API compressed, to whoever can read that. Only those to a GET: none of them holds a secret
 * whose letters could be guessed by the length that they come to beside what a stranger has written.
 */
export function compressAnswers(app: NestExpressApplication): void {
  app.use('/api', (request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET') {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings(['gzip', 'identity']) === 'gzip') compressLong(response);
    }
    next();
  });
}

/** What is not JSON (pictures, pages) goes out as it is. */
function compressLong(response: Response): void {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    response.send = send;
    const isJson = typeof body === 'string' && response.get('Content-Type')?.includes('json');
    if (!isJson || body.length < LEAST_BYTES) return send(body);
    zip(body).then(
      (bytes) => {
        response.setHeader('Content-Encoding', 'gzip');
        send(bytes);
      },
      () => send(body),
    );
    return response;
  };
}
