import { Monitor } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { RawReader } from './support/raw-reader.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe("the admin's figures", () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  const look = async (): Promise<Monitor> => (await ada.get('/admin/monitor')).read(Monitor);

  it('are for the first account of the installation, and refused to all others', async () => {
    expect((await ada.get('/admin/monitor')).status).toBe(200);
    const answer = await ben.get('/admin/monitor');
    expect([answer.status, answer.problem.code]).toEqual([403, 'forbidden']);
    expect((await server.visitor().get('/admin/monitor')).status).toBe(401);
  });

  it('tell of this instance: its sockets and people, its database, and nobody to share with', async () => {
    const clients = [await connect(ada), await connect(ada), await connect(ben)];
    await expect.poll(async () => (await look()).instances[0]?.sockets, { timeout: 10_000 }).toBe(3);
    await expect.poll(async () => (await look()).usersOnline).toBe(2);
    const { instances, usersInAll } = await look();
    expect(usersInAll).toBe(2);
    expect(instances).toHaveLength(1);
    expect(instances[0]).toMatchObject({ users: 2, bus: 'alone', database: 'ok', slowReaders: 0 });
    expect(instances[0]?.name).toMatch(new RegExp(`:${new URL(server.url).port}$`));
    expect(instances[0]?.joins).toBeGreaterThan(0);
    clients.forEach((client) => client.close());
    await expect.poll(async () => (await look()).instances[0]?.sockets, { timeout: 10_000 }).toBe(0);
  });

  it('tell of messages and commits per second, and of the events that went out', async () => {
    const room = await server.createRoom(ada, { kind: 'private' });
    const client = await connect(ada);
    const send = () => client.request('message:send', { roomId: room.id, clientId: crypto.randomUUID(), body: 'x' });
    const figures = async () => {
      await send();
      return (await look()).instances[0];
    };
    await expect.poll(async () => (await figures())?.messages, { timeout: 10_000 }).toBeGreaterThan(0);
    const now = await figures();
    expect(now?.commits).toBeGreaterThan(0);
    expect(now?.commitMs).toBeGreaterThan(0);
    expect(now?.events).toBeGreaterThan(0);
    expect(now?.bytes).toBeGreaterThan(0);
  });

  it('name each connection: whose it is, on what device, and whether its page is hidden', async () => {
    const shown = await RawReader.connect(server.url, { authorization: `Bearer ${ben.token}`, 'user-agent': FIREFOX });
    const hidden = await connect(ada);
    await hidden.request('room:view', { roomId: null, visible: false });
    const { connections, instances } = await look();
    expect(connections).toHaveLength(2);
    const of = (person: Person) => connections.find(({ user }) => user.id === person.id);
    expect(of(ben)).toMatchObject({ user: ben.user, device: 'Firefox on Linux', state: 'healthy', waitingBytes: 0 });
    expect(of(ada)).toMatchObject({ device: null, state: 'hidden', roundTripMs: null, instanceId: instances[0]?.id });

    await hidden.request('room:view', { roomId: null, visible: true });
    expect((await look()).connections.map(({ state }) => state)).toEqual(['healthy', 'healthy']);
    shown.close();
  });

  it('put first who takes nothing', async () => {
    const room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    const writer = await connect(ada);
    const slow = await RawReader.connect(server.url, { authorization: `Bearer ${ben.token}` });
    slow.pause();
    const send = () =>
      writer.request('message:send', { roomId: room.id, clientId: crypto.randomUUID(), body: 'x'.repeat(4_000) });
    const worst = async () => {
      await Promise.all(Array.from({ length: 20 }, send));
      return (await look()).connections[0];
    };
    await expect.poll(async () => (await worst())?.state, { timeout: 30_000 }).toBe('slow');
    const [first] = (await look()).connections;
    expect(first?.user.id).toBe(ben.id);
    expect(first?.waitingBytes).toBeGreaterThan(0);
    slow.close();
  });
});
