import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.js';
import { RedisServer } from '../support/redis-server.js';
import type { ServerProcess } from '../support/server-process.js';
import { SocketClient } from '../support/socket-client.js';
import { Installation } from './support/installation.js';

/** Longer than any timeout on the way to Redis, so that whatever would be said again has been said. */
const AWAY_MS = 2_500;

/** The ids of the connections that a Redis has, but for the one that asks. */
async function connectionsTo({ url }: RedisServer): Promise<string[]> {
  const asking = new Redis(url);
  const own = String(await asking.client('ID'));
  const list = String(await asking.client('LIST'));
  asking.disconnect();
  return [...list.matchAll(/^id=(\d+)/gm)].map(([, id]) => id ?? '').filter((id) => id !== own);
}

describe('a server whose Redis goes and comes back', () => {
  let redis: RedisServer;
  let installation: Installation;
  let server: ServerProcess;
  let ada: Person;
  let room: Room;

  beforeAll(async () => {
    redis = await RedisServer.prepare();
    await redis.start();
    installation = await Installation.create({ REDIS_URL: redis.url, LOG_LEVEL: 'info' });
    server = await installation.start();
    ada = await installation.register('ada');
    room = await installation.createRoom(ada);
  });
  afterAll(async () => {
    await installation.remove();
    await redis.remove();
  });

  const becomes = (status: string) =>
    expect
      .poll(async () => JSON.parse((await ada.get('//health/ready')).text) as unknown, { timeout: 15_000 })
      .toMatchObject({ status });

  /** What the log says beside the requests, line by line. */
  const lines = (): string[] =>
    server.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { req?: unknown; msg: string })
      .filter(({ req }) => req === undefined)
      .map(({ msg }) => msg);

  /** People come, speak and go, which is what an instance has to tell Redis. */
  async function goOn(): Promise<void> {
    const client = await SocketClient.connect(installation.url, { token: ada.token });
    const message = { roomId: room.id, clientId: randomUUID(), body: 'hello' };
    expect(await client.request('message:send', message)).toMatchObject({ ok: true });
    client.close();
  }

  it.each([
    ['is killed', (): unknown => redis.kill(), (): unknown => redis.start()],
    ['hangs', (): unknown => redis.pause(), (): unknown => redis.resume()],
  ])(
    'has one line in its log when that %s, one when it is back, and no trace of a stack',
    async (_how, fault, repair) => {
      await becomes('ok');
      const before = lines().length;
      await fault();
      await goOn();
      await becomes('degraded');
      await goOn();
      await delay(AWAY_MS);
      await repair();
      await becomes('ok');
      await goOn();
      expect(lines().slice(before)).toEqual([
        'Redis does not answer: what other instances write is read from the database until it does.',
        'Redis is back: events go between instances again.',
      ]);
      expect(server.output).not.toMatch(/\bat .*\.js:\d+|Unhandled|ioredis/);
    },
  );

  it('gives up the connections to a Redis that hangs, with all that waits in them, and makes new ones', async () => {
    await becomes('ok');
    const before = await connectionsTo(redis);
    expect(before).toHaveLength(2);
    redis.pause();
    await becomes('degraded');
    await goOn();
    await delay(AWAY_MS);
    redis.resume();
    await becomes('ok');
    await expect.poll(async () => (await connectionsTo(redis)).filter((id) => before.includes(id))).toEqual([]);
    expect(await connectionsTo(redis)).toHaveLength(2);
  });
});
