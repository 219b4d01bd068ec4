import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionEntity } from '../src/auth/session.entity.js';
import { UserEntity } from '../src/auth/user.entity.js';
import { hashToken } from '../src/auth/token.js';
import { PASSWORD } from './support/person.js';
import { TestServer } from './support/server.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

describe('a session in the course of time', () => {
  let server: TestServer;
  let dataSource: DataSource;
  beforeAll(async () => {
    server = await TestServer.start();
    dataSource = server.app.get<DataSource>(getDataSourceToken());
  });
  afterAll(() => server.stop());
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());

  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const rowOf = (token: string) => dataSource.manager.findOneByOrFail(SessionEntity, { tokenHash: hashToken(token) });

  it('ends after thirty days without use', async () => {
    const ada = await server.register('ada');
    pass(30 * DAY_MS - 1_000);
    const laptop = await server.signIn(ada);
    pass(1_000);
    expect((await ada.get('/me')).status).toBe(401);
    expect((await laptop.get('/me')).status).toBe(200);
  });

  it('lasts as long as it is used', async () => {
    const grace = await server.register('grace');
    for (let visits = 0; visits < 5; visits += 1) {
      pass(20 * DAY_MS);
      expect((await grace.get('/me')).status).toBe(200);
    }
  });

  it('notes its use once an hour at most', async () => {
    const joan = await server.register('joan');
    const begun = await rowOf(joan.token);
    pass(DAY_MS / 24 - 1_000);
    await joan.get('/me');
    expect(await rowOf(joan.token)).toEqual(begun);
    pass(1_000);
    await joan.get('/me');
    expect((await rowOf(joan.token)).lastSeenAt).toBe(new Date().toISOString());
  });

  it('is forgotten once it has ended', async () => {
    const mary = await server.register('mary');
    pass(30 * DAY_MS);
    await server.register('jean');
    await expect(rowOf(mary.token)).rejects.toThrow();
  });

  it('is stored without its token, as the account is without its password', async () => {
    const { token } = await server.register('betty');
    const stored = JSON.stringify([
      await dataSource.manager.find(SessionEntity),
      await dataSource.manager.find(UserEntity),
    ]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(PASSWORD);
    expect(stored).toContain('$argon2id$');
  });
});
