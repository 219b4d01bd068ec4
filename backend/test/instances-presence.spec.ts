import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Monitor, Room } from '#shared';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EventBus } from '../src/events/event-bus.js';
import { Instances } from '../src/gateway/instances/instances.js';
import { freshDatabase } from './support/database.js';
import { freePort } from './support/free-port.js';
import type { Person } from './support/person.js';
import { becomes, presenceOf } from './support/presence.js';
import { RedisServer } from './support/redis-server.js';
import { ServerProcess } from './support/server-process.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';
import { typeUntilHeard } from './support/typing.js';

const TOKEN = 'only-for-the-monitor';

describe('several instances', () => {
  let redis: RedisServer;
  let variables: Record<string, string>;
  let one: TestServer;
  let two: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;
  const running: ServerProcess[] = [];
  const folders: string[] = [];

  beforeAll(async () => {
    redis = await RedisServer.prepare();
    await redis.start();
    variables = { ...(await freshDatabase()), REDIS_URL: redis.url, METRICS_TOKEN: TOKEN };
    one = await TestServer.start({ variables });
    two = await TestServer.start({ variables: { ...variables, INSTANCE_NAME: 'chat-2' } });
    [ada, ben] = [await one.register('ada'), await one.register('ben')];
    await ada.post('/rooms/direct', { userId: ben.id });
    room = await one.createRoom(ada, { kind: 'private' }, [ben]);
  });
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await redis.remove();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop('SIGKILL')));
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  const connect = socketsOfEachTest();
  const launch = async (): Promise<{ process: ServerProcess; url: string }> => {
    const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'parley-instance-'))];
    folders.push(folder);
    const process = await ServerProcess.start({ ...variables, PORT: String(port), DATA_DIR: folder });
    running.push(process);
    return { process, url: `http://127.0.0.1:${port}` };
  };
  const meet = (count: number) =>
    expect
      .poll(() => [one, two].map(({ app }) => app.get(Instances).all().length), { timeout: 20_000 })
      .toEqual([count, count]);

  it('know each other, and who is online on the other', async () => {
    await meet(2);
    const adas = await connect(ada, one);
    const bens = await connect(ben, two);
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
    const late = await connect(ada, one);
    await becomes(late, ben, true);

    const elsewhere = await connect(ben, one);
    bens.close();
    const others = await connect(ada, two);
    await becomes(others, ben, true);
    elsewhere.close();
    await Promise.all([becomes(adas, ben, false), becomes(others, ben, false)]);
    expect(presenceOf(adas, ben).map(({ online }) => online)).toEqual([false, true, false]);
    expect(presenceOf(adas, ben).at(-1)?.lastSeenAt).not.toBeNull();
  });

  it('respect a setting on all of them at once', async () => {
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
    await ben.patch('/me', { settings: { sharePresence: false } });
    await Promise.all([becomes(adas, ben, false), becomes(bens, ada, false)]);
    expect(presenceOf(adas, ben).at(-1)?.lastSeenAt).toBeNull();
    await ben.patch('/me', { settings: { sharePresence: true } });
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
  });

  it('respect what somebody has changed on another one between two connections to this one', async () => {
    const [adas, bens] = [await connect(ada, one), await connect(ben, one)];
    const elsewhere = await connect(ben, two);
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true), becomes(elsewhere, ada, true)]);
    const here = one.app.get(EventBus);
    const isFollowed = vi.spyOn(here, 'unfollow');
    bens.close();
    // From then on nothing of Ben's is heard on the first; for some seconds more he is not held for gone.
    await expect.poll(() => isFollowed.mock.calls).toContainEqual([`user:${ben.id}`]);
    await here.settled();
    await elsewhere.request('room:view', { roomId: null });
    expect((await ben.at(two.url).patch('/me', { settings: { sharePresence: false } })).status).toBe(200);
    elsewhere.close();
    const again = await connect(ben, one);
    await becomes(adas, ben, false);
    expect((await again.event('presence', ({ userId }) => userId === ada.id)).online).toBe(false);
    await ben.patch('/me', { settings: { sharePresence: true } });
  });

  it('carry typing to rooms that are in sight on another one', async () => {
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    await bens.request('room:view', { roomId: null, inSight: [room.id] });
    await typeUntilHeard(adas, room.id, bens);
  });

  it('show an admin all of them, their people and the connections of all', async () => {
    await connect(ada, one);
    await connect(ben, one);
    await connect(ben, two);
    const look = async () => (await ada.get('/admin/monitor')).read(Monitor);
    await expect
      .poll(async () => (await look()).instances.map(({ sockets }) => sockets), { timeout: 10_000 })
      .toEqual([2, 1]);
    await expect.poll(async () => (await look()).usersOnline, { timeout: 10_000 }).toBe(2);
    const { instances, connections } = await look();
    expect(instances.map(({ bus }) => bus)).toEqual(['ok', 'ok']);
    expect(instances.map(({ name }) => name)).toEqual([`${hostname()}:${new URL(one.url).port}`, 'chat-2']);
    expect(connections.map(({ instanceId }) => instanceId).sort()).toEqual(
      [instances[0], instances[0], instances[1]].map((instance) => instance?.id).sort(),
    );
    const { text } = await two.visitor().get('//metrics', { authorization: `Bearer ${TOKEN}` });
    for (const line of ['parley_instances 2', 'parley_cluster_sockets 3', 'parley_cluster_users 2']) {
      expect(text).toContain(`\n${line}\n`);
    }
  });

  it('hold the people of a killed one for gone soon, and store when that was', async () => {
    // Somebody who has been on no other instance: it is the killed one alone that could have known.
    const cleo = await one.register('cleo');
    await ada.post('/rooms/direct', { userId: cleo.id });
    const third = await launch();
    await meet(3);
    const adas = await connect(ada, one);
    await connect(cleo, third);
    await becomes(adas, cleo, true);
    await third.process.stop('SIGKILL');
    await becomes(adas, cleo, false);
    await meet(2);
    const lastSeenAt = async () => {
      const client = await connect(ada, two);
      return (await client.event('presence', ({ userId }) => userId === cleo.id)).lastSeenAt;
    };
    const told = Date.parse(presenceOf(adas, cleo).at(-1)?.lastSeenAt ?? '');
    await expect
      .poll(async () => Date.parse((await lastSeenAt()) ?? ''), { timeout: 10_000 })
      .toBeGreaterThan(told - 5_000);
  });

  it('take leave of one that stops, and keep showing those who come back to another', async () => {
    const third = await launch();
    await meet(3);
    const adas = await connect(ada, one);
    await connect(ben, third);
    await becomes(adas, ben, true);
    expect(await third.process.stop('SIGTERM')).toBe(0);
    await connect(ben, two);
    await meet(2);
    const marker = await connect(ada, two);
    await becomes(marker, ben, true);
    const told = presenceOf(adas, ben).map(({ online }) => online);
    expect(told.slice(told.indexOf(true))).not.toContain(false);
  });

  it('notice what was not carried, and ask for it', async () => {
    const adas = await connect(ada, one);
    await becomes(adas, ben, false);
    await redis.kill();
    await connect(ben, two);
    await redis.start();
    await becomes(adas, ben, true);
  });

  it('forget the others while Redis is gone, and find everybody again when it is back', async () => {
    const health = () => [one, two].map(({ app }) => app.get(EventBus).health);
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
    await redis.kill();
    await Promise.all([becomes(adas, ben, false), becomes(bens, ada, false)]);
    expect(health()).toEqual(['degraded', 'degraded']);
    const local = await connect(ben, one);
    await becomes(adas, ben, true);
    local.close();
    await becomes(adas, ben, false);
    await redis.start();
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
    await meet(2);
  });
});
