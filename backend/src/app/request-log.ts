import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LevelWithSilent, Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { newId } from '../common/ids.js';

const REQUEST_ID = 'x-request-id';
const REQUEST_ID_SHAPE = /^[\w.-]{1,64}$/;

/** Logs each request once, when it is answered: who, what, how it went. No headers, no query, no body. */
export const requestLog = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    genReqId: requestId,
    customLogLevel: levelOf,
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage) => ({ id: request.id, method: request.method, path: pathOf(request) }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
    },
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
  });

/** A proxy's id is kept, so that both logs can be read together; the answer tells it in any case. */
function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers[REQUEST_ID];
  const id = typeof given === 'string' && REQUEST_ID_SHAPE.test(given) ? given : newId();
  response.setHeader(REQUEST_ID, id);
  return id;
}

/** The client's files and the health checks come often and tell little. */
function levelOf(request: IncomingMessage, response: ServerResponse): LevelWithSilent {
  if (response.statusCode >= 500) return 'error';
  return pathOf(request).startsWith('/api/') ? 'info' : 'debug';
}

const pathOf = (request: IncomingMessage & { originalUrl?: string }): string =>
  (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? '';
