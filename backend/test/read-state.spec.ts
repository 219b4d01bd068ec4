import { randomUUID } from 'node:crypto';
import { FOREVER, MemberPage, Membership, MessageAnswer, MessagesAnswer, Room, RoomPage, UserPage } from '#shared';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { SocketClient } from './support/socket-client.js';

describe('what a person holds of a room', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let eve: Person;
  let room: Room;
  const open: SocketClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben, eve] = [await server.register('ada'), await server.register('ben'), await server.register('eve')];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  const connect = async (person: Person): Promise<SocketClient> => {
    const client = await SocketClient.connect(server.url, { token: person.token });
    open.push(client);
    return client;
  };
  const messages = () => `/rooms/${room.id}/messages`;
  const post = (person: Person, body: string, more: object = {}) =>
    person.post(messages(), { clientId: randomUUID(), body, ...more });
  const say = async (person: Person, body: string, more: object = {}) =>
    (await post(person, body, more)).read(MessageAnswer).message;
  const seenBy = async (person: Person) => (await person.get(`/rooms/${room.id}`)).read(Room);
  const meOf = async (person: Person) => (await seenBy(person)).me as Membership;

  describe('replies', () => {
    it('name the place of the message that they answer', async () => {
      await say(ada, 'one');
      expect((await say(ben, 'two', { replyTo: 1 })).replyTo).toBe(1);
      expect((await say(ben, 'three')).replyTo).toBeNull();
    });

    it.each([0, 2, -1, 1.5, '1'])('are refused to the place %s, which is not there', async (replyTo) => {
      await say(ada, 'one');
      const answer = await post(ben, 'two', { replyTo });
      expect([answer.status, answer.problem.errors?.map(({ path }) => path)]).toEqual([400, ['replyTo']]);
      expect((await seenBy(ben)).lastSeq).toBe(1);
    });

    it('are part of what a retry repeats', async () => {
      await say(ada, 'one');
      const clientId = randomUUID();
      const first = await ben.post(messages(), { clientId, body: 'two', replyTo: 1 });
      expect((await ben.post(messages(), { clientId, body: 'two', replyTo: 1 })).text).toBe(first.text);
      expect((await ben.post(messages(), { clientId, body: 'two' })).status).toBe(409);
    });
  });

  describe('mentions', () => {
    it('are those of present members, counted apart until they are read', async () => {
      const told = await connect(ben);
      const message = await say(ada, 'ask @ben or @eve, not ada@ben.example');
      expect(message.mentions).toEqual([ben.id]);
      expect((await meOf(ben)).mentions).toEqual([1]);
      await told.event('message.created', (event) => event.message.mentions.includes(ben.id));
      await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
      expect((await meOf(ben)).mentions).toEqual([]);
    });

    it('come and go with an edit, and go with the message', async () => {
      const { id } = await say(ada, 'hello');
      await ada.patch(`${messages()}/${id}`, { body: 'hello @ben' });
      expect((await meOf(ben)).mentions).toEqual([1]);
      await ada.delete(`${messages()}/${id}`);
      expect((await meOf(ben)).mentions).toEqual([]);
    });

    it('are in the list of rooms and in the heads, without those of oneself', async () => {
      await say(ada, '@ada @ben');
      const listed = async (person: Person) =>
        (await person.get('/rooms')).read(RoomPage).items.find(({ id }) => id === room.id)?.me?.mentions;
      expect([await listed(ada), await listed(ben)]).toEqual([[], [1]]);
      const head = (await connect(ben)).ready.heads.find(({ roomId }) => roomId === room.id);
      expect(head?.mentions).toEqual([1]);
    });
  });

  describe('preferences', () => {
    const keep = (person: Person, request: object) => person.patch(`/rooms/${room.id}/me`, request);

    it('are kept for the member alone, and follow on the other devices', async () => {
      const other = await connect(ada);
      const answer = await keep(ada, { mutedUntil: FOREVER, pinned: true, archived: true, markedUnread: true });
      const me = answer.read(Membership);
      expect(me).toMatchObject({ mutedUntil: FOREVER, markedUnread: true });
      expect([me.pinnedAt, me.archivedAt]).not.toContain(null);
      expect((await other.event('membership.updated')).me).toEqual(me);
      expect(await meOf(ben)).toMatchObject({
        mutedUntil: null,
        pinnedAt: null,
        archivedAt: null,
        markedUnread: false,
      });
      expect((await keep(ada, { pinned: false })).read(Membership)).toMatchObject({
        mutedUntil: FOREVER,
        pinnedAt: null,
      });
    });

    it('end the mark of an unread room with its reading, also where nothing is new', async () => {
      await say(ada, 'one');
      await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
      await keep(ben, { markedUnread: true });
      const other = await connect(ben);
      await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
      expect((await meOf(ben)).markedUnread).toBe(false);
      await other.event('membership.updated', ({ me }) => !me.markedUnread);
    });

    it('are refused to outsiders and for what is no time', async () => {
      expect((await keep(eve, { pinned: true })).status).toBe(404);
      expect((await keep(ada, { mutedUntil: 'tomorrow' })).problem.errors?.[0]?.path).toBe('mutedUntil');
    });
  });

  describe('moderation', () => {
    it('lets the owner give roles and hand the room over, and nobody else', async () => {
      const give = (by: Person, to: Person, role: string) => by.patch(`/rooms/${room.id}/members/${to.id}`, { role });
      expect((await give(ben, ada, 'member')).status).toBe(403);
      expect((await give(ada, ada, 'admin')).status).toBe(403);
      expect((await give(ada, eve, 'admin')).status).toBe(404);
      expect((await give(ada, ben, 'owner')).status).toBe(200);
      const { items } = (await ada.get(`/rooms/${room.id}/members`)).read(MemberPage);
      expect(items.map(({ user, role }) => [user.username, role])).toEqual([
        ['ada', 'admin'],
        ['ben', 'owner'],
      ]);
    });

    it('lets those who moderate rename the room, which everybody hears', async () => {
      const told = await connect(ben);
      expect((await ben.patch(`/rooms/${room.id}`, { name: 'Mine' })).status).toBe(403);
      expect((await ada.patch(`/rooms/${room.id}`, { name: 'Lunch', topic: '' })).read(Room).name).toBe('Lunch');
      expect((await told.event('room.updated', (event) => event.room.name === 'Lunch')).room.topic).toBeNull();
    });
  });

  it('finds the messages of a moment', async () => {
    const all = [];
    for (const body of ['one', 'two', 'three', 'four']) all.push(await say(ada, body));
    const at = async (time: string) =>
      (await ben.get(`${messages()}?at=${time}&limit=1`)).read(MessagesAnswer).items.map(({ seq }) => seq);
    const third = all[2]?.createdAt ?? '';
    const first = all.find(({ createdAt }) => createdAt >= third)?.seq;
    expect(await at(third)).toEqual([first]);
    expect(await at('2000-01-01T00:00:00.000Z')).toEqual([1]);
    expect(await at('2999-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('names people by their ids, and leaves out who is nobody', async () => {
    const { items } = (await ada.get(`/users?ids=${ben.id},nobody`)).read(UserPage);
    expect(items.map(({ username }) => username)).toEqual(['ben']);
    expect((await ada.get(`/users?ids=${ben.id}&q=b`)).status).toBe(400);
  });

  describe('receipts', () => {
    it('are told together: many reports are few packets, which end where the reader stands', async () => {
      for (let n = 1; n <= 30; n += 1) await say(ada, `message ${n}`);
      const told = await connect(ada);
      const reader = await connect(ben);
      const reports = Array.from({ length: 30 }, (_, n) =>
        reader.request('receipt:read', { roomId: room.id, seq: n + 1 }),
      );
      expect((await Promise.all(reports)).every(({ ok }) => ok)).toBe(true);
      await told.event('receipt.updated', ({ userId, readSeq }) => userId === ben.id && readSeq === 30);
      await told.event('watermark.updated', ({ readSeq }) => readSeq === 30);
      expect(told.of('receipt.updated').length).toBeLessThan(10);
      expect((await seenBy(ada)).watermark).toEqual({ readSeq: 30, deliveredSeq: 30 });
    });

    it('move the watermark when the last who lagged has left', async () => {
      await say(ada, 'one');
      const told = await connect(ada);
      await ben.post(`/rooms/${room.id}/leave`);
      expect((await told.event('watermark.updated')).readSeq).toBe(1);
    });

    it('beyond the last message are refused by themselves, and disturb no other of the same moment', async () => {
      await say(ada, 'one');
      const reader = await connect(ben);
      const [good, bad, foreign] = await Promise.all([
        reader.request('receipt:delivered', { roomId: room.id, seq: 1 }),
        reader.request('receipt:read', { roomId: room.id, seq: 2 }),
        (await connect(eve)).request('receipt:read', { roomId: room.id, seq: 1 }),
      ]);
      expect(good).toEqual({ ok: true, deliveredSeq: 1 });
      expect(bad).toMatchObject({ ok: false, error: { code: 'validation_failed', errors: [{ path: 'seq' }] } });
      expect(foreign).toMatchObject({ ok: false, error: { code: 'not_found' } });
    });
  });

  it('equals a recount, whatever two devices of a member and the others do', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('say' as const), body: fc.constantFrom('hello', 'hello @ben') }),
      fc.record({ kind: fc.constant('edit' as const), seq: fc.nat(8), body: fc.constantFrom('again', 'again @ben') }),
      fc.record({ kind: fc.constant('delete' as const), seq: fc.nat(8) }),
      fc.record({ kind: fc.constant('read' as const), seqs: fc.tuple(fc.nat(8), fc.nat(8)) }),
      fc.record({ kind: fc.constant('mark' as const) }),
    );
    const device = await server.signIn(ben);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 15 }), async (acts) => {
        room = await server.createRoom(ada, { kind: 'private' }, [ben]);
        let furthest = 0;
        for (const each of acts) {
          const log = (await ada.get(messages())).read(MessagesAnswer).items;
          const idAt = (seq: number) => log[seq % Math.max(1, log.length)]?.id ?? 'none';
          if (each.kind === 'say') await post(ada, each.body);
          if (each.kind === 'edit') await ada.patch(`${messages()}/${idAt(each.seq)}`, { body: each.body });
          if (each.kind === 'delete') await ada.delete(`${messages()}/${idAt(each.seq)}`);
          if (each.kind === 'mark') await ben.patch(`/rooms/${room.id}/me`, { markedUnread: true });
          if (each.kind === 'read') {
            const [one, two] = each.seqs.map((seq) => Math.min(seq, log.length)) as [number, number];
            const read = (person: Person, seq: number) => person.put(`/rooms/${room.id}/read`, { seq });
            await Promise.all([read(ben, one), read(device, two)]);
            furthest = Math.max(furthest, one, two);
          }
        }
        const log = (await ada.get(messages())).read(MessagesAnswer).items;
        const unread = log.filter(({ seq }) => seq > furthest);
        for (const me of [await meOf(ben), await meOf(device)]) {
          expect(me).toMatchObject({
            readSeq: furthest,
            unread: unread.length,
            mentions: unread.filter(({ mentions }) => mentions.includes(ben.id)).map(({ seq }) => seq),
          });
        }
      }),
      { numRuns: 12 },
    );
  });
});
