import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MessageAnswer, Room } from '#shared';
import { DataSource } from 'typeorm';
import { UserEntity } from '../src/auth/user.entity.js';
import { MessageEntity } from '../src/rooms/log/message.entity.js';
import { startInstances, type Instances } from './support/instances.js';
import type { Person } from './support/person.js';
import type { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

describe('two instances on one database', () => {
  let instances: Instances;
  let one: TestServer;
  let two: TestServer;
  let ada: Person;
  let room: Room;

  beforeAll(async () => {
    instances = await startInstances(2);
    [one, two] = instances.servers as [TestServer, TestServer];
    ada = await one.register('ada');
    room = await one.createRoom(ada, { kind: 'private' });
  });
  afterAll(() => instances.stop());

  const connect = socketsOfEachTest();

  it('store a message once when both are asked for it', async () => {
    const [adas, otherAdas] = [await connect(ada, one), await connect(ada, two)];
    const message = { roomId: room.id, clientId: randomUUID(), body: 'the same' };
    const answers = await Promise.all([adas, otherAdas].map((client) => client.request('message:send', message)));
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('give a message its time when it has its turn, so that times are in the order of the places', async () => {
    const holder = one.app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM rooms WHERE id = $1 FOR UPDATE', [room.id]);
    const adas = await connect(ada, two);
    const message = { roomId: room.id, clientId: randomUUID(), body: 'waits for its turn' };
    const sent = adas.request('message:send', message);
    const waiting = async () => {
      const text = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return ((await holder.query(text)) as unknown[]).length;
    };
    await expect.poll(waiting, { timeout: 4_000 }).toBe(1);
    const released = Date.now();
    await holder.commitTransaction();
    await holder.release();
    const answer = await sent;
    expect(Date.parse(answer.ok ? answer.message.createdAt : '')).toBeGreaterThanOrEqual(released);
  });

  it('know a retry of the other one, a week later and over the other transport', async () => {
    const adas = await connect(ada, one);
    const message = { clientId: randomUUID(), body: 'said once' };
    const answer = await adas.request('message:send', { roomId: room.id, ...message });
    if (!answer.ok) throw new Error(answer.error.detail);
    const { id } = answer.message;
    const createdAt = new Date(Date.now() - WEEK_MS).toISOString();
    await one.app.get(DataSource).getRepository(MessageEntity).update({ id }, { createdAt });

    const again = await ada.at(two.url).post(`/rooms/${room.id}/messages`, message);
    expect(again.status).toBe(200);
    expect(again.read(MessageAnswer).message).toEqual({ ...answer.message, createdAt });
    const other = await ada.at(two.url).post(`/rooms/${room.id}/messages`, { ...message, body: 'said otherwise' });
    expect(other.problem.code).toBe('conflict');
    expect((await ada.get(`/rooms/${room.id}`)).read(Room).lastSeq).toBe(answer.message.seq);
  });

  it('make one admin of the first accounts, though they come at once', async () => {
    const users = one.app.get(DataSource).getRepository(UserEntity);
    for (let round = 0; round < 10; round += 1) {
      await users.update({ admin: true }, { admin: false });
      await Promise.all([one.register(`left${round}`), two.register(`right${round}`)]);
      expect(await users.countBy({ admin: true })).toBe(1);
    }
  });
});
