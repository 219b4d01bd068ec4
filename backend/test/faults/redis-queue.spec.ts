import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Room } from '#shared';
import { EventBus } from '../../src/events/event-bus.js';
import type { Person } from '../support/person.js';
import { RedisServer } from '../support/redis-server.js';
import { TestServer } from '../support/server.js';
import { SocketClient } from '../support/socket-client.js';

/** The driver's own queues, which its types do not declare. */
interface Queues {
  readonly commandQueue: { readonly length: number };
  readonly offlineQueue: { readonly length: number };
}

type Connections = Record<'publisher' | 'subscriber', Redis>;

const BURST = 300;
/** Beats, four a second on two connections, for as long as a connection may say nothing. */
const BEATS = 40;

describe('a server that is busy while Redis hangs', () => {
  let redis: RedisServer;
  let server: TestServer;
  let ada: Person;
  let room: Room;

  beforeAll(async () => {
    redis = await RedisServer.prepare();
    await redis.start();
    server = await TestServer.start({ variables: { REDIS_URL: redis.url } });
    ada = await server.register('ada');
    room = await server.createRoom(ada);
  });
  afterAll(async () => {
    await server.stop();
    await redis.remove();
  });

  const health = () => server.app.get(EventBus).health;
  const becomes = (state: string) => expect.poll(health, { timeout: 15_000 }).toBe(state);

  /** What is kept for Redis, in commands. */
  function queued(): number {
    const { publisher, subscriber } = server.app.get<unknown, Connections>(EventBus);
    return [publisher, subscriber]
      .map((connection) => connection as unknown as Queues)
      .reduce((sum, { commandQueue, offlineQueue }) => sum + commandQueue.length + offlineQueue.length, 0);
  }

  it('keeps for it what was said until that was noticed, gives that up, and keeps nothing of what is said then', async () => {
    await becomes('ok');
    const client = await SocketClient.connect(server.url, { token: ada.token });
    const speak = async () => {
      const send = () => client.request('message:send', { roomId: room.id, clientId: randomUUID(), body: 'hello' });
      for (let sent = 0; sent < BURST; sent += 1) expect(await send()).toMatchObject({ ok: true });
    };
    redis.pause();
    await client.request('message:send', { roomId: room.id, clientId: randomUUID(), body: 'at once' });
    expect(queued()).toBeGreaterThan(0);
    await becomes('degraded');
    const unnoticed = queued();
    await speak();
    expect(queued()).toBeLessThanOrEqual(unnoticed + BEATS);
    await expect.poll(queued, { timeout: 10_000 }).toBeLessThanOrEqual(BEATS);
    await speak();
    expect(queued()).toBeLessThanOrEqual(BEATS);
    redis.resume();
    await becomes('ok');
    client.close();
  });
});
