import { randomUUID } from 'node:crypto';
import { MessageAnswer, Room, RoomPage, type Message } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('replies and mentions', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben.k')];
    await server.register('eve');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });

  const connect = socketsOfEachTest();
  const post = (person: Person, request: object) =>
    person.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), ...request });
  const say = async (person: Person, body: string): Promise<Message> =>
    (await post(person, { body })).read(MessageAnswer).message;
  const pathOf = (message: Message) => `/rooms/${room.id}/messages/${message.id}`;
  const mentionsOf = async (person: Person) => (await person.get(`/rooms/${room.id}`)).read(Room).me?.mentions;

  describe('a reply', () => {
    it('names the place that it answers, for everybody who reads it', async () => {
      const { seq } = await say(ada, 'tea?');
      const reply = (await post(ben, { body: 'yes', replyTo: seq })).read(MessageAnswer).message;
      expect(reply).toMatchObject({ seq: seq + 1, replyTo: seq });
      expect((await ada.get(`/rooms/${room.id}`)).read(Room).lastMessage).toEqual(reply);
    });

    it.each([
      ['what is not said yet', 9],
      ['no place', 0],
      ['a fraction', 1.5],
    ])('to %s is refused, and is nothing', async (_what, replyTo) => {
      await say(ada, 'tea?');
      const answer = await post(ben, { body: 'yes', replyTo });
      expect(answer.status).toBe(400);
      expect(answer.problem.errors?.map(({ path }) => path)).toEqual(['replyTo']);
      expect((await ada.get(`/rooms/${room.id}`)).read(Room).lastSeq).toBe(1);
    });

    it('is known again by what it answers, after its deletion too', async () => {
      await say(ada, 'tea?');
      const clientId = randomUUID();
      const { message } = (await post(ben, { clientId, body: 'yes', replyTo: 1 })).read(MessageAnswer);
      expect((await post(ben, { clientId, body: 'yes', replyTo: 1 })).status).toBe(200);
      expect((await post(ben, { clientId, body: 'yes' })).status).toBe(409);
      await ben.delete(pathOf(message));
      expect((await post(ben, { clientId, body: 'yes', replyTo: 1 })).status).toBe(200);
    });
  });

  describe('a mention', () => {
    it('is of present members alone, and counts for those who have not read it', async () => {
      const message = await say(ada, 'Good morning @Ben.K, @ada and @eve. And you, @nobody?');
      expect(message.mentions.toSorted()).toEqual([ada.id, ben.id].sort());
      expect(await mentionsOf(ben)).toEqual([message.seq]);
      expect(await mentionsOf(ada)).toEqual([]);
    });

    it('is over when it is read', async () => {
      await say(ada, 'one @ben.k');
      const { seq } = await say(ada, 'two @ben.k');
      await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
      expect(await mentionsOf(ben)).toEqual([seq]);
      await ben.put(`/rooms/${room.id}/read`, { seq });
      expect(await mentionsOf(ben)).toEqual([]);
    });

    it('comes and goes with an edit, and goes with a deletion', async () => {
      const message = await say(ada, 'good morning');
      const edited = (await ada.patch(pathOf(message), { body: 'good morning @ben.k' })).read(MessageAnswer).message;
      expect(edited.mentions).toEqual([ben.id]);
      expect(await mentionsOf(ben)).toEqual([message.seq]);
      expect((await ada.patch(pathOf(message), { body: 'good night' })).read(MessageAnswer).message.mentions).toEqual(
        [],
      );
      expect(await mentionsOf(ben)).toEqual([]);
      await ada.patch(pathOf(message), { body: 'good night @ben.k' });
      await ada.delete(pathOf(message));
      expect(await mentionsOf(ben)).toEqual([]);
    });

    it('stands in the room list, and in the heads of a new socket', async () => {
      const { seq } = await say(ada, '@ben.k');
      const listed = (await ben.get('/rooms')).read(RoomPage).items.find(({ id }) => id === room.id);
      expect(listed?.me?.mentions).toEqual([seq]);
      const { heads } = (await connect(ben)).ready;
      expect(heads.find(({ roomId }) => roomId === room.id)?.mentions).toEqual([seq]);
    });

    it('is told by the newest hundred places', async () => {
      const socket = await connect(ada);
      const sends = Array.from({ length: 105 }, () =>
        socket.request('message:send', { roomId: room.id, clientId: randomUUID(), body: '@ben.k' }),
      );
      await Promise.all(sends);
      expect(await mentionsOf(ben)).toEqual(Array.from({ length: 100 }, (_, index) => index + 6));
    });

    it('is forgotten with the membership', async () => {
      await say(ada, '@ben.k');
      await ben.post(`/rooms/${room.id}/leave`);
      await say(ada, 'and again @ben.k');
      await ada.post(`/rooms/${room.id}/members`, { userId: ben.id });
      expect(await mentionsOf(ben)).toEqual([]);
    });
  });
});
