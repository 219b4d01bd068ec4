import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Membership, RECEIPTS, Room, type Event } from '#shared';
import { Redis } from 'ioredis';
import { EventBus } from '../src/events/event-bus.js';
import { Reconciliation } from '../src/gateway/ordering/reconciliation.js';
import { startInstances, type Instances } from './support/instances.js';
import type { Person } from './support/person.js';
import type { RedisServer } from './support/redis-server.js';
import type { TestServer } from './support/server.js';
import type { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';
import { typeUntilHeard } from './support/typing.js';

const isReceipt = ({ type }: Event): boolean => type === 'receipt.updated' || type === 'watermark.updated';

describe('two instances', () => {
  let instances: Instances;
  let redis: RedisServer;
  let one: TestServer;
  let two: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    // Both migrate the same empty database at once, and find no Redis yet.
    instances = await startInstances(2);
    ({ redis } = instances);
    [one, two] = instances.servers as [TestServer, TestServer];
    [ada, ben] = [await one.register('ada'), await one.register('ben')];
    room = await one.createRoom(ada, { kind: 'private' }, [ben]);
  });
  afterAll(() => instances.stop());

  const connect = socketsOfEachTest();
  const send = (client: SocketClient, body: string) =>
    client.request('message:send', { roomId: room.id, clientId: randomUUID(), body });
  const health = (server: TestServer) => server.app.get(EventBus).health;
  const becomes = (state: string) =>
    expect.poll(() => [health(one), health(two)], { timeout: 15_000 }).toEqual([state, state]);

  /** Ada speaks on one instance, and Ben hears it on the other; Ada is answered whatever happens between them. */
  async function talk(body: string): Promise<SocketClient> {
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    expect(await send(adas, body)).toMatchObject({ ok: true });
    await adas.event('message.created', ({ message }) => message.body === body);
    await bens.event('message.created', ({ message }) => message.body === body);
    return bens;
  }

  it('start without a Redis, say that they are degraded, and bring messages over from the database', async () => {
    await becomes('degraded');
    await talk('nobody carries this');
    const ready = await one.visitor().get('//health/ready');
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.text)).toMatchObject({ status: 'degraded', down: ['redis'] });
  });

  it('find Redis when it starts, and speak through it', async () => {
    await redis.start();
    await becomes('ok');
    const bens = await talk('through Redis');
    expect(bens.of('message.created').map(({ rev }) => rev)).toEqual([
      ...new Set(bens.of('message.created').map(({ rev }) => rev)),
    ]);
    expect(JSON.parse((await one.visitor().get('//health/ready')).text)).toEqual({ status: 'ok', down: [] });
  });

  it('carry typing, joining and leaving, and the end of a session', async () => {
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    await bens.request('room:view', { roomId: room.id });
    await typeUntilHeard(adas, room.id, bens);

    const hall = await one.createRoom(ada, { kind: 'private' });
    await ada.post(`/rooms/${hall.id}/members`, { userId: ben.id });
    await bens.event('room.added', (event) => event.room.id === hall.id);
    await ada.delete(`/rooms/${hall.id}/members/${ben.id}`);
    await bens.event('room.removed', ({ roomId }) => roomId === hall.id);

    const elsewhere = await one.signIn(ben);
    const client = await connect(elsewhere, two);
    await elsewhere.post('/auth/logout');
    await client.closed();
    expect(client.ended).toBe('signed_out');
    expect(bens.socket.connected).toBe(true);
  });

  it('are heard in the order of revisions, without a gap, when people on both speak at once', async () => {
    const clients = [await connect(ada, one), await connect(ben, two)];
    const burst = (client: SocketClient) => Array.from({ length: 60 }, (_, index) => send(client, `burst ${index}`));
    const answers = await Promise.all(clients.flatMap(burst));
    const newest = Math.max(...answers.map((answer) => (answer.ok ? answer.message.rev : Infinity)));
    for (const client of clients) {
      await client.event('message.created', ({ rev }) => rev === newest);
      const revs = client.of('message.created').map(({ rev }) => rev);
      expect(revs).toEqual(revs.map((_, index) => newest - revs.length + 1 + index));
      expect(revs).toHaveLength(answers.length);
    }
  });

  it('tell somebody who is added what is said before their instance listens to the room', async () => {
    const hall = await one.createRoom(ada, { kind: 'private' });
    const bens = await connect(ben, two);
    const bus = two.app.get(EventBus);
    const [follow, settled] = [bus.follow.bind(bus), bus.settled.bind(bus)];
    const reconciliation = two.app.get(Reconciliation, { strict: false });
    const roomsBehind = reconciliation.roomsBehind.bind(reconciliation);
    let listen = (): void => undefined;
    const listens = new Promise<void>((resolve) => (listen = resolve));
    const spies = [
      vi.spyOn(bus, 'follow').mockImplementation((topic) => void listens.then(() => follow(topic))),
      vi.spyOn(bus, 'settled').mockImplementation(() => listens.then(settled)),
      // A second later it would be found in any case, among all rooms.
      vi
        .spyOn(reconciliation, 'roomsBehind')
        .mockImplementation((named) => (named ? roomsBehind(named) : Promise.resolve([]))),
    ];
    await ada.post(`/rooms/${hall.id}/members`, { userId: ben.id });
    await bens.event('room.added', ({ room: { id } }) => id === hall.id);
    await ada.say(hall.id, 'welcome');
    listen();
    await bens.event('message.created', ({ roomId }) => roomId === hall.id);
    for (const spy of spies) spy.mockRestore();
  });

  it('go on when something that nobody can read comes over Redis', async () => {
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    const stranger = new Redis(redis.url);
    const sender = randomUUID();
    const { rev } = (await ada.get(`/rooms/${room.id}`)).read(Room);
    // The one stops half way, the other leaves a gap, too, and lacks the member that it tells of.
    const gone = [{ type: 'member.updated', roomId: room.id, rev: rev + 5, member: {} }];
    const halves = [{}, { events: gone }].map(
      (half) => sender + JSON.stringify({ to: 'room', roomId: room.id, ...half }),
    );
    for (const text of ['no JSON', `${sender}{"to":`, `${sender}null`, `${sender}{"to":"room"}`, ...halves]) {
      for (const topic of ['everyone', `room:${room.id}`]) await stranger.publish(`parley:${topic}`, text);
    }
    stranger.disconnect();
    await talk('and on it goes');
    for (const client of [adas, bens]) expect(client.socket.connected).toBe(true);
  });

  it('ask Redis for the rooms and people whose sockets they have, and for no others', async () => {
    const hall = await one.createRoom(ada, { kind: 'private' }, [ben]);
    const asking = new Redis(redis.url);
    const listeners = async (...topics: string[]) => {
      const channels = topics.map((topic) => `parley:${topic}`);
      const counts = await asking.pubsub('NUMSUB', ...channels);
      return counts.filter((_, index) => index % 2 === 1).map(Number);
    };
    const topics = [`room:${hall.id}`, `user:${ada.id}`, `user:${ben.id}`];
    expect(await listeners(...topics)).toEqual([0, 0, 0]);
    const adas = await connect(ada, one);
    await expect.poll(() => listeners(...topics)).toEqual([1, 1, 0]);
    const bens = await connect(ben, two);
    await expect.poll(() => listeners(...topics)).toEqual([2, 1, 1]);
    await ada.delete(`/rooms/${hall.id}/members/${ben.id}`);
    await expect.poll(() => listeners(...topics)).toEqual([1, 1, 1]);
    for (const client of [adas, bens]) client.close();
    await expect.poll(() => listeners(...topics)).toEqual([0, 0, 0]);
    asking.disconnect();
  });

  it('tell a socket of readers on both no more often than the contract says, and in the end where all stand', async () => {
    const readers = await Promise.all(Array.from({ length: 6 }, (_, index) => one.register(`reader${index}`)));
    const hall = await one.createRoom(ada, { kind: 'private' }, readers);
    const adas = await connect(ada, one);
    const sockets = await Promise.all(readers.map((each, index) => connect(each, index % 2 ? two : one)));
    const toldAt: number[] = [];
    adas.socket.on('events', (events) => {
      if (events.every(isReceipt)) toldAt.push(performance.now());
    });
    const began = performance.now();
    let seq = 0;
    const read = (client: SocketClient) => client.request('receipt:read', { roomId: hall.id, seq });
    const write = async () => {
      await ada.say(hall.id, 'to be read');
      seq += 1;
    };
    const forAWhile = async (act: () => Promise<unknown>) => {
      while (performance.now() - began < 3_000) await act();
    };
    await Promise.all([forAWhile(write), ...sockets.map((client) => forAWhile(() => read(client)))]);
    await Promise.all(sockets.map(read));
    await adas.event('watermark.updated', ({ roomId, readSeq }) => roomId === hall.id && readSeq === seq);
    for (const { id } of readers)
      await adas.event('receipt.updated', (told) => told.userId === id && told.readSeq === seq);
    const seconds = (performance.now() - began) / 1_000;
    expect(toldAt.length).toBeLessThanOrEqual(1 + Math.ceil(seconds * RECEIPTS.packetsPerSecond));
  });

  it('make good what an outage kept back of cursors and preferences', async () => {
    await becomes('ok');
    const bensOne = await connect(ben, one);
    const sent = await send(await connect(ada, one), 'to be read');
    const seq = sent.ok ? sent.message.seq : 0;
    const [adas, bens] = [await connect(ada, two), await connect(ben, two)];
    await redis.kill();
    await becomes('degraded');
    expect(await bensOne.request('receipt:read', { roomId: room.id, seq })).toMatchObject({ ok: true });
    const pinned = await ben.patch(`/rooms/${room.id}/me`, { pinned: true });
    const { pinnedAt } = pinned.read(Membership);
    await redis.start();
    await adas.event('watermark.updated', ({ roomId, readSeq }) => roomId === room.id && readSeq === seq);
    await bens.event('membership.updated', ({ me }) => me.readSeq === seq && me.pinnedAt === pinnedAt);
  });

  it('make good what a loss of a moment kept back', async () => {
    await becomes('ok');
    const bens = await connect(ben, one);
    const sent = await send(await connect(ada, one), 'to be read at once');
    const seq = sent.ok ? sent.message.seq : 0;
    const adas = await connect(ada, two);
    const link = instances.links[1];
    const losses = () => two.app.get(EventBus).losses;
    const before = losses();
    link?.cut();
    await expect.poll(losses).toBeGreaterThan(before);
    expect(await bens.request('receipt:read', { roomId: room.id, seq })).toMatchObject({ ok: true });
    link?.mend();
    await adas.event('watermark.updated', ({ roomId, readSeq }) => roomId === room.id && readSeq === seq);
  });

  it.each([
    ['is killed', () => redis.kill(), () => redis.start()],
    ['hangs', () => Promise.resolve(redis.pause()), () => Promise.resolve(redis.resume())],
  ])('go on when Redis %s, and heal by themselves', async (_how, fault, repair) => {
    await becomes('ok');
    const [adas, bens] = [await connect(ada, one), await connect(ben, two)];
    await fault();
    // At once, before anybody has noticed: the sender is answered, and the other one hears it all the same.
    const body = `during ${randomUUID()}`;
    expect(await send(adas, body)).toMatchObject({ ok: true });
    await adas.event('message.created', ({ message }) => message.body === body);
    await becomes('degraded');
    const ready = await two.visitor().get('//health/ready');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: 'degraded', down: ['redis'] }]);
    await bens.event('message.created', ({ message }) => message.body === body);

    const hall = await one.createRoom(ada, { kind: 'private' }, [ben]);
    await bens.event('room.added', (event) => event.room.id === hall.id);
    await ada.delete(`/rooms/${hall.id}/members/${ben.id}`);
    await bens.event('room.removed', ({ roomId }) => roomId === hall.id);

    await repair();
    await becomes('ok');
    await talk(`after ${body}`);
  });

  it('hear an instance that has lost Redis alone: who comes into a room there, and what is said', async () => {
    await becomes('ok');
    const [link] = instances.links;
    const bens = await connect(ben, two);
    link?.cut();
    await expect.poll(() => health(one)).toBe('degraded');
    await talk('nobody carries this either');
    const hall = await one.createRoom(ada, { kind: 'private' }, [ben]);
    await expect
      .poll(() => bens.of('room.added').some((event) => event.room.id === hall.id), { timeout: 20_000 })
      .toBe(true);
    expect(health(two)).toBe('ok');
    link?.mend();
    await becomes('ok');
  });
});
