import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LIMITS } from '#shared';
import type { Request, Response } from 'express';
import { PICTURE_TYPES } from '../auth/picture-type.js';
import { notFound } from '../common/domain-error.js';
import { PinoLogger, createLogger } from '../common/logger.js';
import { ProblemFilter } from '../common/problem.filter.js';
import { sendProblem } from '../common/problem.js';
import { ValidationPipe } from '../common/validation.pipe.js';
import type { Config } from '../config/config.js';
import { SocketAdapter } from '../gateway/socket-adapter.js';
import { AppModule } from './app.module.js';
import { compressAnswers } from './compressed-answers.js';
import { keepIdleConnections } from './idle-connections.js';
import { serveOpenApi } from './openapi.js';
import { requestLog } from './request-log.js';
import { secure } from './security.js';
import { tellProtocol } from './spoken-protocol.js';
import { serveClient } from './static-client.js';

/** Where the build puts the client, seen from this file's place in the build. */
const BUILT_CLIENT = join(import.meta.dirname, '../../../client');

/** A body is refused that is not UTF-8: a decoder would put a mark in place of what is broken, and it would be stored. */
const JSON_BODY = {
  limit: LIMITS.requestBytes,
  verify: (_request: unknown, _response: unknown, body: Buffer, encoding: string): void => {
    if (encoding !== 'utf-8' || !isUtf8(body)) throw new UnsupportedMediaTypeException();
  },
};

/**
 * The whole server, wired and ready to listen; the caller listens and closes.
 * @param clientDirectory where the built client stands
 * @throws ConfigError naming what keeps the database from opening
 */
export async function createApp(config: Config, clientDirectory = BUILT_CLIENT): Promise<NestExpressApplication> {
  const logger = createLogger(config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    // Until it is wired: whoever calls says what kept it from that, once.
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(new PinoLogger(logger));
  app.set('trust proxy', config.trustProxy);
  app.use(requestLog(logger));
  keepIdleConnections(app);
  // Before what may refuse: refusals say it too.
  tellProtocol(app);
  secure(app, config);
  compressAnswers(app);
  serveClient(app, clientDirectory);
  app.useBodyParser('json', JSON_BODY);
  app.useBodyParser('raw', { limit: LIMITS.requestBytes, type: [...PICTURE_TYPES] });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(new ValidationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useWebSocketAdapter(new SocketAdapter(app, config));
  serveOpenApi(app);
  await app.init();
  // Nest answers for unknown paths under its own prefix only.
  app.use((_request: Request, response: Response) => sendProblem(response, notFound()));
  return app;
}
