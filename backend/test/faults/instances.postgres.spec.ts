import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Room } from '#shared';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventBus } from '../../src/events/event-bus.js';
import { Commotion, step, type Step } from '../support/commotion.js';
import { startInstances, type Instances } from '../support/instances.js';
import type { Person } from '../support/person.js';
import type { TestServer } from '../support/server.js';
import { SocketClient } from '../support/socket-client.js';
import { effort } from './support/effort.js';

const INSTANCES = 3;
/** From the send to the socket of another instance, whatever Redis does. */
const BOUND_MS = 2_000;
const PACE_MS = 20;
const SENDS = 60;

describe('several instances', () => {
  let instances: Instances;
  let urls: string[];
  let ada: Person;
  let ben: Person;
  let eve: Person;
  let one: TestServer;

  beforeAll(async () => {
    instances = await startInstances(INSTANCES);
    await instances.redis.start();
    [one] = instances.servers as [TestServer];
    urls = instances.servers.map(({ url }) => url);
    [ada, ben, eve] = [await one.register('ada'), await one.register('ben'), await one.register('eve')];
  });
  afterAll(() => instances.stop());

  const becomes = (state: string) =>
    expect
      .poll(() => new Set(instances.servers.map((server) => server.app.get(EventBus).health)), { timeout: 15_000 })
      .toEqual(new Set([state]));
  const delayAll = (delayMs: number) => {
    for (const link of instances.links) link.delayMs = delayMs;
  };
  const newRoom = (): Promise<Room> => one.createRoom(ada, { kind: 'public' }, [ben]);

  async function play(steps: readonly Step[], between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const commotion = await Commotion.begin({ ada, ben, eve }, urls, (await newRoom()).id, one.app.get(DataSource));
    const half = Math.floor(steps.length / 2);
    for (const each of steps.slice(0, half)) await commotion.take(each);
    await between();
    for (const each of steps.slice(half)) await commotion.take(each);
    await commotion.expectCaughtUp();
    commotion.end();
  }

  it('bring a client to what a fresh fetch shows, whatever happens on which of them, and tell nothing to who left', async () => {
    const story = fc.array(step(INSTANCES), { maxLength: 30 });
    await becomes('ok');
    await fc.assert(
      fc.asyncProperty(story, (steps) => play(steps)),
      { numRuns: effort(15, 200) },
    );
  });

  it('do so while Redis is killed and comes back in the middle of it', async () => {
    const { redis } = instances;
    const story = fc.array(step(INSTANCES), { minLength: 10, maxLength: 30 });
    const outage = fc.asyncProperty(story, async (steps) => {
      await play(steps, () => redis.kill());
      await redis.start();
      await play(steps);
      await becomes('ok');
    });
    await fc.assert(outage, { numRuns: effort(2, 25), endOnFailure: true });
  });

  it.each([
    ['Redis is killed', (): unknown => instances.redis.kill(), () => instances.redis.start()],
    ['Redis hangs', (): unknown => instances.redis.pause(), (): unknown => instances.redis.resume()],
    ['Redis is slow', () => delayAll(3_000), () => delayAll(0)],
    ['the connections to Redis break', () => instances.links.forEach((link) => link.reset()), () => undefined],
    ['the speaking one alone has lost Redis', () => instances.links[0]?.cut(), () => instances.links[0]?.mend()],
  ])('bring every message over within two seconds while %s', async (_what, fault, repair) => {
    await becomes('ok');
    const room = await newRoom();
    const [adas, bens] = await Promise.all([
      SocketClient.connect(urls[0] ?? '', { token: ada.token }),
      SocketClient.connect(urls[1] ?? '', { token: ben.token }),
    ]);
    const sentAt = new Map<string, number>();
    const delays: number[] = [];
    bens.socket.on('events', (events) => {
      const heardAt = performance.now();
      for (const event of events) {
        if (event.type !== 'message.created') continue;
        delays.push(heardAt - (sentAt.get(event.message.clientId) ?? 0));
      }
    });
    await fault();
    // Before anybody has noticed, while they notice, and after it.
    for (let sent = 0; sent < SENDS; sent += 1) {
      const clientId = randomUUID();
      sentAt.set(clientId, performance.now());
      const answer = await adas.request('message:send', { roomId: room.id, clientId, body: 'hello' });
      expect(answer).toMatchObject({ ok: true });
      await delay(PACE_MS);
    }
    await expect.poll(() => delays.length, { timeout: 10_000 }).toBe(sentAt.size);
    expect(Math.max(...delays)).toBeLessThan(BOUND_MS);
    await repair();
    await becomes('ok');
    for (const client of [adas, bens]) client.close();
  });
});
