import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../src/app/openapi.js';
import { TestServer } from './support/server.js';

/** The REST calls of the protocol, with the status of each success. */
const CALLS = {
  'POST /api/v1/auth/register': ['201'],
  'POST /api/v1/auth/login': ['200'],
  'POST /api/v1/auth/logout': ['204'],
  'GET /api/v1/auth/session': ['200'],
  'GET /api/v1/me': ['200'],
  'PATCH /api/v1/me': ['200'],
  'PUT /api/v1/me/avatar': ['200'],
  'DELETE /api/v1/me/avatar': ['200'],
  'GET /api/v1/avatars/{id}': ['200'],
  'GET /api/v1/users': ['200'],
  'GET /api/v1/rooms': ['200'],
  'GET /api/v1/rooms/directory': ['200'],
  'POST /api/v1/rooms': ['201'],
  'POST /api/v1/rooms/direct': ['200', '201'],
  'GET /api/v1/rooms/{roomId}': ['200'],
  'PATCH /api/v1/rooms/{roomId}': ['200'],
  'PATCH /api/v1/rooms/{roomId}/me': ['200'],
  'POST /api/v1/rooms/{roomId}/join': ['200'],
  'POST /api/v1/rooms/{roomId}/leave': ['204'],
  'GET /api/v1/rooms/{roomId}/members': ['200'],
  'POST /api/v1/rooms/{roomId}/members': ['201'],
  'PATCH /api/v1/rooms/{roomId}/members/{userId}': ['200'],
  'DELETE /api/v1/rooms/{roomId}/members/{userId}': ['204'],
  'GET /api/v1/rooms/{roomId}/messages': ['200'],
  'POST /api/v1/rooms/{roomId}/messages': ['200', '201'],
  'PATCH /api/v1/rooms/{roomId}/messages/{messageId}': ['200'],
  'DELETE /api/v1/rooms/{roomId}/messages/{messageId}': ['200'],
  'GET /api/v1/rooms/{roomId}/changes': ['200'],
  'PUT /api/v1/rooms/{roomId}/read': ['200'],
  'GET /api/v1/admin/monitor': ['200'],
  'GET /health/live': ['200'],
  'GET /health/ready': ['200', '503'],
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

describe('the description of the API', () => {
  let server: TestServer;
  let document: OpenAPIObject;
  beforeAll(async () => {
    server = await TestServer.start();
    document = describeApi(server.app);
  });
  afterAll(() => server.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation ? [{ call: `${method.toUpperCase()} ${path}`, operation }] : [];
      }),
    );

  it('has every call of the protocol and no other, with its successes', () => {
    const described = operations().map(({ call, operation }) => [
      call,
      Object.keys(operation.responses).filter((status) => status < '400' || call.endsWith('/ready')),
    ]);
    expect(Object.fromEntries(described)).toEqual(CALLS);
  });

  it('describes a body for every answer but the empty ones, and a problem for every refusal', () => {
    for (const { call, operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const types = Object.keys((response as { content?: object }).content ?? {});
        const isRefusal = status >= '400' && !call.includes('/health/');
        const body = call.includes('/avatars/') ? ['image/png', 'image/jpeg', 'image/webp'] : ['application/json'];
        const expected = isRefusal ? ['application/problem+json'] : status === '204' ? [] : body;
        expect(types, `${call} ${status}`).toEqual(expected);
      }
    }
  });

  it('says that a session is needed wherever it is', () => {
    expect(document.security).toEqual([{ session: [] }, { token: [] }]);
    const open = operations().filter(({ operation }) => operation.security);
    expect(open.map(({ call }) => call).sort()).toEqual([
      'GET /api/v1/auth/session',
      'GET /health/live',
      'GET /health/ready',
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/register',
    ]);
    for (const { call, operation } of operations()) {
      expect('401' in operation.responses, call).toBe(!operation.security || call.endsWith('/login'));
    }
  });

  it('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names).toContain('LoginRequest');
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(names));
  });

  it('is strict about requests and leaves answers room to grow', () => {
    const schemas = document.components?.schemas ?? {};
    expect(schemas['LoginRequest']).toHaveProperty('additionalProperties', false);
    expect(schemas['CreateRoomRequest']).toHaveProperty('additionalProperties', false);
    expect(schemas['Room']).not.toHaveProperty('additionalProperties');
  });

  it('is served as a page and as JSON, without a session', async () => {
    const page = await server.visitor().get('//api/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    const json = await server.visitor().get('//api/docs-json');
    expect(JSON.parse(json.text)).toEqual(JSON.parse(JSON.stringify(document)));
  });
});
