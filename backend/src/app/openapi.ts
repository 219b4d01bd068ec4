import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { PROTOCOL_VERSION } from '#shared';
import * as z from 'zod';
import { SESSION_COOKIE } from '../auth/token.js';
import { PROBLEM_TYPE } from '../common/problem.js';

const PATH = 'api/docs';
const FIRST_ERROR = 400;

/** Serves the API's description under `/api/docs`, as pages and as JSON, made of the schemas that validate. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup(PATH, app, () => describeApi(app), {
    jsonDocumentUrl: `${PATH}-json`,
    raw: ['json'],
    customSiteTitle: 'Parley API',
  });
}

/** The OpenAPI document of everything that the controllers serve. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const facts = new DocumentBuilder()
    .setTitle('Parley')
    .setDescription('The REST API of Parley. Errors are RFC 9457 problems with a stable `code`.')
    .setVersion(String(PROTOCOL_VERSION))
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'opaque' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app, facts, { standardSchemaConverter: describeSchema });
  nameProblemType(document);
  openAnswers(document);
  return document;
}

/** Problems are documented like any answer, as plain JSON, but go out under a type of their own. */
function nameProblemType(document: OpenAPIObject): void {
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, patch, remove]) {
      for (const [status, response] of Object.entries(operation?.responses ?? {}))
        renameContent(status, response ?? {});
    }
  }
}

function renameContent(status: string, response: object): void {
  const { content } = response as { content?: Record<string, unknown> };
  const json = content?.['application/json'];
  if (!content || Number(status) < FIRST_ERROR || !isProblem(json)) return;
  content[PROBLEM_TYPE] = json;
  delete content['application/json'];
}

const isProblem = (content: unknown): boolean => JSON.stringify(content).includes('/Problem"');

/** Requests are strict, answers are not: a reader has to ignore what it does not know, so that they can grow. */
function openAnswers(document: OpenAPIObject): void {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    if (!name.endsWith('Request') && 'additionalProperties' in schema) delete schema.additionalProperties;
  }
}

/** The contract's schemas are of zod's small kind, which does not bring its own way to describe itself. */
const describeSchema: SwaggerDocumentOptions['standardSchemaConverter'] = (schema, { schemaType }) => {
  if (!(schema instanceof z.core.$ZodType)) return undefined;
  const { definitions, ...described } = z.toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType });
  return { schema: described, components: { ...(definitions as object | undefined) } };
};
