import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RedisServer } from '../../test/support/redis-server.js';
import { TcpProxy } from '../../test/support/tcp-proxy.js';
import type { BusMessage } from './event-bus.js';
import { RedisEventBus } from './redis-event-bus.js';
import { topic } from './topic.js';

const GONE = 'Redis does not answer: what other instances write is read from the database until it does.';
const BACK = 'Redis is back: events go between instances again.';
const patience = { timeout: 15_000 };

describe('the bus over Redis', () => {
  let redis: RedisServer;
  let proxy: TcpProxy;
  let bus: RedisEventBus;
  let other: RedisEventBus;
  let heard: BusMessage[];
  const lines: unknown[] = [];

  beforeAll(async () => {
    redis = await RedisServer.prepare();
    await redis.start();
  });
  afterAll(() => redis.remove());

  beforeEach(async () => {
    for (const level of ['log', 'warn'] as const) {
      vi.spyOn(Logger.prototype, level).mockImplementation((line: unknown) => void lines.push(line));
    }
    proxy = await TcpProxy.before(redis.port);
    bus = new RedisEventBus(`redis://127.0.0.1:${proxy.port}`);
    other = new RedisEventBus(redis.url);
    for (const each of [bus, other]) each.onModuleInit();
    await becomes('ok');
    heard = [];
    bus.subscribe((message) => heard.push(message));
    bus.follow(topic.room('hall'));
    await bus.settled();
    lines.splice(0);
  });
  afterEach(async () => {
    for (const each of [bus, other]) each.onApplicationShutdown();
    await proxy.stop();
    vi.restoreAllMocks();
  });

  const becomes = (health: string) => expect.poll(() => [bus.health, other.health], patience).toEqual([health, health]);
  const hello: BusMessage = { to: 'room', roomId: 'hall', events: [] };

  async function expectHearing(): Promise<void> {
    heard.splice(0);
    other.publish(hello);
    await expect.poll(() => heard, patience).toEqual([hello]);
  }

  it('carries what one says to the other', expectHearing);

  it.each(['normal', 'pubsub'] as const)(
    'says that it was degraded, and follows again, when its %s connection is lost for a moment',
    async (type) => {
      const asking = new Redis(redis.url);
      await asking.client('KILL', 'TYPE', type);
      await expect.poll(() => lines.filter((line) => line === GONE).length, patience).toBe(2);
      await becomes('ok');
      await expect.poll(() => lines.filter((line) => line === BACK).length, patience).toBe(2);
      asking.disconnect();
      await expectHearing();
    },
  );

  it('gives up a connection that is half open, and follows again over a new one', async () => {
    // The second is the subscriber's: all that it says and is told is lost, and nobody closes it.
    proxy.silence(1);
    await expect.poll(() => bus.health, patience).toBe('degraded');
    await expect.poll(() => proxy.accepted, patience).toBeGreaterThan(2);
    await becomes('ok');
    await expectHearing();
  });

  it('is degraded while Redis is slow, and not once it is quick again', async () => {
    proxy.delayMs = 1_500;
    await expect.poll(() => bus.health, patience).toBe('degraded');
    proxy.delayMs = 0;
    await becomes('ok');
    await expectHearing();
  });
});
