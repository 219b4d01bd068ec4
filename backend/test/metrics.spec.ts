import { randomUUID } from 'node:crypto';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './support/client.js';
import type { Person } from './support/person.js';
import { RedisServer } from './support/redis-server.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const TOKEN = 'only-for-the-monitor';

const read = (server: TestServer, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }) =>
  server.visitor().get('//metrics', headers);

/** The samples of an answer: each metric, with its labels as they are written, and its value. */
const samplesIn = ({ text }: Answer): Record<string, number> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
const samples = async (server: TestServer) => samplesIn(await read(server));

describe('the metrics', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  beforeAll(async () => {
    server = await TestServer.start({ variables: { METRICS_TOKEN: TOKEN } });
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();

  it('are not there where no token is set', async () => {
    const silent = await TestServer.start();
    const answers = [await read(silent), await read(silent, { accept: 'text/html' })];
    await silent.stop();
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it.each([
    ['nothing', {}],
    ['another token', { authorization: 'Bearer only-for-the-monitos' }],
    ['half of the token', { authorization: 'Bearer only-for' }],
    ['the token by another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('are refused to who shows %s', async (_what, headers: Record<string, string>) => {
    const answer = await read(server, headers);
    expect(answer.status).toBe(401);
    expect(answer.problem.code).toBe('unauthenticated');
    expect(answer.text).not.toContain('parley_');
  });

  it('are no part of what a session may read', async () => {
    expect((await ada.get('//metrics')).status).toBe(401);
  });

  it('are plain text in the format of Prometheus, each with its type and its meaning', async () => {
    const answer = await read(server);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const names = [...answer.text.matchAll(/^# TYPE (\S+) (counter|gauge|histogram)$/gm)].map(([, name]) => name);
    expect(names).toContain('parley_sockets');
    for (const name of names) expect(answer.text).toMatch(new RegExp(`^# HELP ${String(name)} \\S.+\\.$`, 'm'));
  });

  it('follow sockets and people as they come and go', async () => {
    const before = await samples(server);
    const clients = [await connect(ada), await connect(ada), await connect(ben)];
    const during = await samples(server);
    expect(during['parley_sockets']).toBe(3);
    expect(during['parley_users']).toBe(2);
    expect(during['parley_joins_total']).toBe((before['parley_joins_total'] ?? 0) + 3);
    clients.forEach((client) => client.close());
    await expect.poll(async () => (await samples(server))['parley_sockets']).toBe(0);
    const after = await samples(server);
    expect(after['parley_users']).toBe(0);
    expect(after['parley_leaves_total']).toBe(after['parley_joins_total']);
    expect(after['parley_bytes_sent_total']).toBeGreaterThanOrEqual(during['parley_bytes_sent_total'] ?? NaN);
  });

  it('count what is sent: events for each socket that gets them, bytes, commits and answers', async () => {
    const room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    const clients = [await connect(ada), await connect(ben), await connect(ben)] as const;
    const before = await samples(server);
    const body = 'x'.repeat(1_000);
    const send = (text: string, clientId = randomUUID()) =>
      clients[0].request('message:send', { roomId: room.id, clientId, body: text });
    const again = randomUUID();
    await Promise.all([send(body), send(body, again)]);
    expect(await send(body, again)).toMatchObject({ ok: true });
    expect(await send('')).toMatchObject({ ok: false });
    for (const client of clients) await expect.poll(() => client.of('message.created').length).toBe(2);
    const after = await samples(server);
    const grown = (name: string) => (after[name] ?? NaN) - (before[name] ?? NaN);

    expect(grown('parley_events_sent_total')).toBe(2 * 3);
    expect(grown('parley_bytes_sent_total')).toBeGreaterThan(2 * 3 * body.length);
    expect(grown('parley_bytes_sent_total')).toBeLessThan(2 * 7 * body.length);
    expect(grown('parley_commit_messages_sum')).toBe(2);
    expect(grown('parley_commit_seconds_count')).toBe(grown('parley_commit_messages_count'));
    expect(grown('parley_commit_seconds_sum')).toBeGreaterThan(0);
    expect(grown('parley_requests_total{via="socket",outcome="ok"}')).toBe(3);
    expect(grown('parley_requests_total{via="socket",outcome="refused"}')).toBe(1);
    expect(after['parley_slow_readers_closed_total']).toBe(0);
  });

  it('count the requests to the API by how they ended', async () => {
    const before = await samples(server);
    await ada.get('/me');
    await server.visitor().get('/me');
    await ada.get('/nowhere');
    const after = await samples(server);
    const grown = (outcome: string) => {
      const name = `parley_requests_total{via="http",outcome="${outcome}"}`;
      return (after[name] ?? NaN) - (before[name] ?? NaN);
    };
    // The first reading of the metrics is a request too.
    expect([grown('ok'), grown('refused'), grown('failed')]).toEqual([2, 2, 0]);
  });

  it('tell how late the event loop is, since they were last read', async () => {
    const lateness = async () => (await samples(server))['parley_event_loop_delay_seconds{quantile="0.99"}'];
    const block = () => {
      for (const until = performance.now() + 200; performance.now() < until;);
    };
    const blocked = async () => {
      block();
      await server.visitor().get('//health/live');
      return lateness();
    };
    await expect.poll(blocked).toBeGreaterThan(0.1);
    await expect.poll(lateness).toBeLessThan(0.1);
  });

  it('tell of the process', async () => {
    const now = await samples(server);
    expect(now['process_cpu_seconds_total']).toBeGreaterThan(0);
    expect(now['process_resident_memory_bytes']).toBeGreaterThan(1_000_000);
  });

  it('tell whether the database answers', async () => {
    expect((await samples(server))['parley_database_up']).toBe(1);
    const dataSource = server.app.get<DataSource>(getDataSourceToken());
    await dataSource.destroy();
    const down = await samples(server);
    await dataSource.initialize();
    expect(down['parley_database_up']).toBe(0);
    expect(down['parley_redis_up']).toBeUndefined();
  });

  it('tell whether Redis carries events, where there is one', async () => {
    const redis = await RedisServer.prepare();
    const one = await TestServer.start({ variables: { METRICS_TOKEN: TOKEN, REDIS_URL: redis.url } });
    try {
      expect((await samples(one))['parley_redis_up']).toBe(0);
      await redis.start();
      const becomes = (state: number) =>
        expect.poll(async () => (await samples(one))['parley_redis_up'], { timeout: 15_000 }).toBe(state);
      await becomes(1);
      redis.pause();
      await becomes(0);
      redis.resume();
      await becomes(1);
    } finally {
      await one.stop();
      await redis.remove();
    }
  });
});
