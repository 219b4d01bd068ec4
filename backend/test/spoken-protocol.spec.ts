import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from './support/server.js';

describe('the protocol that the server speaks', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('is told with every answer of the API', async () => {
    const ada = await server.register('ada');
    const answer = await ada.get('/me');
    expect([answer.status, answer.headers.get(PROTOCOL_HEADER)]).toEqual([200, String(PROTOCOL_VERSION)]);
  });

  it.each([
    ['without a session', 401, () => server.visitor().get('/me')],
    ['that is wrong', 400, () => server.visitor().post('/auth/login', {})],
    ['from a foreign page', 403, () => server.visitor().post('/auth/login', {}, { 'sec-fetch-site': 'cross-site' })],
  ])('is told with the refusal of a request %s', async (_what, status, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get(PROTOCOL_HEADER)]).toEqual([status, String(PROTOCOL_VERSION)]);
  });
});
