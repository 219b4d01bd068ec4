import { getDataSourceToken } from '@nestjs/typeorm';
import { Health } from '#shared';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestServer } from './support/server.js';

describe('health', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  it('says that the process answers and can serve, without a session', async () => {
    for (const path of ['//health/live', '//health/ready']) {
      const answer = await server.visitor().get(path);
      expect(answer.status).toBe(200);
      expect(answer.read(Health)).toEqual({ status: 'ok', down: [] });
    }
  });

  it('keeps an idle connection for longer than a proxy does, so that no request meets its end', async () => {
    const answer = await server.visitor().get('//health/live');
    expect(answer.headers.get('keep-alive')).toBe('timeout=75');
  });

  it('names the database when it is down, and still says that the process answers', async () => {
    const dataSource = server.app.get<DataSource>(getDataSourceToken());
    await dataSource.destroy();
    const ready = await server.visitor().get('//health/ready');
    const live = await server.visitor().get('//health/live');
    await dataSource.initialize();
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBe('5');
    expect(ready.read(Health)).toEqual({ status: 'down', down: ['database'] });
    expect(live.status).toBe(200);
  });
});
