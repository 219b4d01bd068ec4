import { randomUUID } from 'node:crypto';
import { Changes, MemberPage, MessageAnswer, RECEIPTS, ReadAnswer, Room, type Event, type EventOf } from '#shared';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { UserEntity } from '../src/auth/user.entity.js';
import { MemberEntity } from '../src/rooms/member.entity.js';
import { RoomEntity } from '../src/rooms/room.entity.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

const isWatermark = (event: Event): event is EventOf<'watermark.updated'> => event.type === 'watermark.updated';

describe('reading a room', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let eve: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben, eve] = [await server.register('ada'), await server.register('ben'), await server.register('eve')];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    for (const body of ['one', 'two', 'three']) {
      await ada.say(room.id, body);
    }
  });

  const connect = socketsOfEachTest();
  const fill = async (count: number): Promise<number[]> => {
    const sent = Array.from({ length: count }, (_, index) => ada.say(room.id, `${index}`));
    return (await Promise.all(sent)).map((answer) => answer.read(MessageAnswer).message.seq).sort((a, b) => a - b);
  };
  const read = (person: Person, seq: unknown) => person.put(`/rooms/${room.id}/read`, { seq });

  it('moves the cursor and says what is still unread', async () => {
    expect((await read(ben, 2)).read(ReadAnswer)).toEqual({ readSeq: 2, unread: 1 });
    expect((await ben.get(`/rooms/${room.id}`)).read(Room).me).toMatchObject({
      readSeq: 2,
      deliveredSeq: 2,
      unread: 1,
    });
  });

  it('never moves a cursor back', async () => {
    await read(ben, 3);
    expect((await read(ben, 1)).read(ReadAnswer)).toEqual({ readSeq: 3, unread: 0 });
  });

  it('ends with the furthest of two devices that race', async () => {
    await Promise.all([read(ben, 1), read(ben, 3), read(ben, 2)]);
    expect((await ben.get(`/rooms/${room.id}`)).read(Room).me?.readSeq).toBe(3);
  });

  it.each([4, -1, 1.5, '2', null])('refuses the cursor %s', async (seq) => {
    const answer = await read(ben, seq);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map(({ path }) => path)).toEqual(['seq']);
  });

  it('shows an outsider no room', async () => {
    expect((await read(eve, 1)).status).toBe(404);
  });

  it('answers a cursor that is behind with where it stands, and tells nobody', async () => {
    await read(ben, 2);
    const adas = await connect(ada);
    expect((await read(ben, 1)).read(ReadAnswer)).toEqual({ readSeq: 2, unread: 1 });
    await read(ben, 3);
    await adas.event('receipt.updated', ({ readSeq }) => readSeq === 3);
    expect(adas.of('receipt.updated')).toHaveLength(1);
  });

  it('brings the own cursor to the other devices at once', async () => {
    const [phone, laptop] = [await connect(ben), await connect(ben)];
    await phone.request('receipt:read', { roomId: room.id, seq: 2 });
    const told = await laptop.event('receipt.updated');
    expect(told).toEqual({ type: 'receipt.updated', roomId: room.id, userId: ben.id, readSeq: 2, deliveredSeq: 2 });
  });

  it('moves a cursor over another device while it is moved here, and ends with the furthest', async () => {
    const [phone, laptop] = [await connect(ben), await connect(ben)];
    const answers = await Promise.all([
      phone.request('receipt:read', { roomId: room.id, seq: 1 }),
      laptop.request('receipt:read', { roomId: room.id, seq: 3 }),
      phone.request('receipt:delivered', { roomId: room.id, seq: 2 }),
      laptop.request('receipt:read', { roomId: room.id, seq: 2 }),
    ]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await ben.get(`/rooms/${room.id}`)).read(Room).me).toMatchObject({ readSeq: 3, deliveredSeq: 3 });
  });

  describe('by many', () => {
    it('is told together: at most five packets a second, and nothing is lost', async () => {
      const seqs = await fill(40);
      const adas = await connect(ada);
      const bens = await connect(ben);
      const began = performance.now();
      for (const seq of seqs) await bens.request('receipt:read', { roomId: room.id, seq });
      await adas.event('receipt.updated', ({ readSeq }) => readSeq === seqs.at(-1));
      const seconds = (performance.now() - began) / 1_000;
      const told = adas.of('receipt.updated').map(({ readSeq }) => readSeq);
      expect(told.length).toBeLessThanOrEqual(1 + Math.ceil(seconds * RECEIPTS.packetsPerSecond));
      expect(told).toEqual(told.toSorted((a, b) => a - b));
    });

    it('is stored in a few transactions, each receipt answered by itself', async () => {
      const bens = await connect(ben);
      const eves = await connect(eve);
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          (index % 10 === 9 ? eves : bens).request('receipt:read', { roomId: room.id, seq: (index % 5) + 1 }),
        ),
      );
      const codes = answers.map((answer) => (answer.ok ? answer.readSeq : answer.error.code));
      expect(new Set(codes)).toEqual(new Set([1, 2, 3, 'validation_failed', 'not_found']));
      expect((await ben.get(`/rooms/${room.id}`)).read(Room).me?.readSeq).toBe(3);
    });
  });

  it('is told to the other instances also if the server stops before it is time to', async () => {
    const stopping = await TestServer.start();
    const cleo = await stopping.register('cleo');
    const hall = await stopping.createRoom(cleo);
    const post = () => cleo.say(hall.id, 'note');
    const told = () =>
      stopping.told.flatMap((message) => (message.to === 'room' ? message.events : [])).filter(isWatermark);
    // The period that the first begins never ends by itself.
    vi.useFakeTimers({ toFake: ['setInterval'] });
    await post();
    await expect.poll(() => told().at(-1)?.readSeq).toBe(1);
    await post();
    expect(told().at(-1)?.readSeq).toBe(1);
    await stopping.stop();
    vi.useRealTimers();
    expect(told().at(-1)?.readSeq).toBe(2);
  });

  describe('by all', () => {
    const watermark = async (person: Person) => (await person.get(`/rooms/${room.id}`)).read(Room).watermark;

    it('moves the watermark, which is told with the receipts and stands in the room and the heads', async () => {
      expect(await watermark(ada)).toEqual({ readSeq: 0, deliveredSeq: 0 });
      const adas = await connect(ada);
      const bens = await connect(ben);
      await bens.request('receipt:delivered', { roomId: room.id, seq: 3 });
      await adas.event('watermark.updated', ({ deliveredSeq }) => deliveredSeq === 3);
      expect(await watermark(ada)).toEqual({ readSeq: 0, deliveredSeq: 3 });
      await bens.request('receipt:read', { roomId: room.id, seq: 2 });
      expect(await adas.event('watermark.updated', ({ readSeq }) => readSeq > 0)).toMatchObject({ readSeq: 2 });
      const head = (await connect(ben)).ready.heads.find(({ roomId }) => roomId === room.id);
      expect(head?.watermark).toEqual({ readSeq: 2, deliveredSeq: 3 });
    });

    it('moves it by an answer that is written unread, and by the going of who had not read', async () => {
      const adas = await connect(ada);
      await ben.say(room.id, 'four');
      expect(await adas.event('watermark.updated')).toMatchObject({ readSeq: 3, deliveredSeq: 3 });
      await ben.post(`/rooms/${room.id}/leave`);
      await adas.event('member.updated', ({ member }) => member.leftAt !== null);
      expect(await watermark(ada)).toEqual({ readSeq: 3, deliveredSeq: 3 });
      await ada.put(`/rooms/${room.id}/read`, { seq: 4 });
      await adas.event('watermark.updated', ({ readSeq }) => readSeq === 4);
    });

    it('moves it in a room of one’s own by every message', async () => {
      const alone = await server.createRoom(ada, { kind: 'private' });
      const adas = await connect(ada);
      await ada.say(alone.id, 'note');
      await adas.event('watermark.updated', ({ roomId, readSeq }) => roomId === alone.id && readSeq === 1);
    });
  });

  describe('in a room of more than 256', () => {
    it('tells everybody the watermark alone, and each the own cursor', async () => {
      await crowd(RECEIPTS.detailedUpTo);
      const [adas, phone, laptop] = [await connect(ada), await connect(ben), await connect(ben)];
      await phone.request('receipt:read', { roomId: room.id, seq: 3 });
      await laptop.event('receipt.updated', ({ userId, readSeq }) => userId === ben.id && readSeq === 3);
      expect(await adas.event('watermark.updated')).toMatchObject({ readSeq: 3, deliveredSeq: 3 });
      await adas.settled();
      expect(adas.of('receipt.updated')).toEqual([]);
      // What is read of a large room may be 200 ms old.
      const watermark = async () => (await ada.get(`/rooms/${room.id}`)).read(Room).watermark;
      await expect.poll(watermark).toEqual({ readSeq: 3, deliveredSeq: 3 });
    });

    /** So many more members who have read all. */
    async function crowd(count: number): Promise<void> {
      const { manager } = server.app.get<DataSource>(getDataSourceToken());
      const [user, member] = [await manager.findOneByOrFail(UserEntity, { id: ben.id }), await memberRow(manager)];
      const ids = Array.from({ length: count }, () => randomUUID());
      const cursors = { readSeq: 3, shownReadSeq: 3, deliveredSeq: 3 };
      await manager.insert(
        UserEntity,
        ids.map((id) => ({ ...user, id, username: id, admin: false })),
      );
      await manager.insert(
        MemberEntity,
        ids.map((userId) => ({ ...member, ...cursors, userId })),
      );
      await manager.update(RoomEntity, { id: room.id }, { memberCount: count + 2 });
    }
    const memberRow = (manager: EntityManager) =>
      manager.findOneByOrFail(MemberEntity, { roomId: room.id, userId: ben.id });
  });

  describe('in secret', () => {
    const share = (person: Person, shareReceipts: boolean) => person.patch('/me', { settings: { shareReceipts } });
    const memberOf = async (viewer: Person, person: Person) =>
      (await viewer.get(`/rooms/${room.id}/members`)).read(MemberPage).items.find(({ user }) => user.id === person.id);
    afterEach(() => Promise.all([share(ada, true), share(ben, true)]));

    it('shows others what was received and no more, and clears the own badges on every device', async () => {
      await read(ben, 1);
      await share(ben, false);
      const [adas, phone, laptop] = [await connect(ada), await connect(ben), await connect(ben)];
      await phone.request('receipt:read', { roomId: room.id, seq: 3 });
      const told = await adas.event('receipt.updated', ({ deliveredSeq }) => deliveredSeq === 3);
      expect(told).toMatchObject({ userId: ben.id, readSeq: 1 });
      await laptop.event('receipt.updated', ({ readSeq }) => readSeq === 3);
      expect((await ben.get(`/rooms/${room.id}`)).read(Room).me).toMatchObject({ readSeq: 3, unread: 0 });
      expect(await memberOf(ada, ben)).toMatchObject({ readSeq: 1, deliveredSeq: 3 });
      expect((await ada.get(`/rooms/${room.id}`)).read(Room).watermark).toEqual({ readSeq: 1, deliveredSeq: 3 });
    });

    it('shows nothing of others to who shows nothing, from the moment of the choice on open sockets', async () => {
      const bens = await connect(ben);
      await share(ben, false);
      await bens.event('account.updated');
      await ada.say(room.id, 'four');
      await bens.request('receipt:read', { roomId: room.id, seq: 4 });
      await bens.event('watermark.updated', ({ deliveredSeq }) => deliveredSeq === 4);
      expect(bens.of('watermark.updated').map(({ readSeq }) => readSeq)).toEqual(
        bens.of('watermark.updated').map(() => 0),
      );
      expect(await memberOf(ben, ada)).toMatchObject({ readSeq: 0, deliveredSeq: 4 });
      const seen = (await ben.get(`/rooms/${room.id}`)).read(Room);
      expect(seen).toMatchObject({ watermark: { readSeq: 0, deliveredSeq: 4 }, me: { readSeq: 4 } });
      const changes = (await ben.get(`/rooms/${room.id}/changes?since=0`)).read(Changes);
      expect(changes.members.map(({ readSeq }) => readSeq)).toEqual([0, 0]);
      const head = (await connect(ben)).ready.heads.find(({ roomId }) => roomId === room.id);
      expect(head).toMatchObject({ readSeq: 4, watermark: { readSeq: 0, deliveredSeq: 4 } });
    });

    it('shows how far others have read to who has come to show it, though nobody moves', async () => {
      await read(ben, 3);
      await share(ben, false);
      const bens = await connect(ben);
      const head = bens.ready.heads.find(({ roomId }) => roomId === room.id);
      expect(head?.watermark).toEqual({ readSeq: 0, deliveredSeq: 3 });
      await share(ben, true);
      await bens.event('watermark.updated', ({ roomId, readSeq }) => roomId === room.id && readSeq === 3);
    });

    it('is shown again with the next reading of who has come to show it', async () => {
      await share(ben, false);
      await read(ben, 3);
      expect(await memberOf(ada, ben)).toMatchObject({ readSeq: 0 });
      await share(ben, true);
      await read(ben, 3);
      expect(await memberOf(ada, ben)).toMatchObject({ readSeq: 3 });
    });
  });
});
