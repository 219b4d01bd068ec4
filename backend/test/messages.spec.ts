import { randomUUID } from 'node:crypto';
import { MessageAnswer, MessagesAnswer, Room, type Message } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('messages', () => {
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
  });

  const post = (person: Person, body: unknown, clientId: unknown = randomUUID()) =>
    person.post(`/rooms/${room.id}/messages`, { clientId, body });
  const say = async (person: Person, body: string): Promise<Message> =>
    (await post(person, body)).read(MessageAnswer).message;
  const history = async (query = '') =>
    (await ben.get(`/rooms/${room.id}/messages${query}`)).read(MessagesAnswer).items.map(({ seq }) => seq);
  const fill = async (count: number) => {
    for (let index = 0; index < count; index += 1) await say(ada, `message ${index + 1}`);
  };

  describe('sending', () => {
    it('stores a message and gives it its place', async () => {
      const clientId = randomUUID();
      const answer = await post(ada, '  Good morning \n', clientId);
      expect(answer.status).toBe(201);
      const { message } = answer.read(MessageAnswer);
      expect(message).toMatchObject({ roomId: room.id, seq: 1, rev: room.rev + 1, senderId: ada.id, clientId });
      expect(message).toMatchObject({ kind: 'text', body: 'Good morning', editedAt: null, deletedAt: null });
    });

    it('gives messages that arrive together places without gaps', async () => {
      const messages = await Promise.all(
        Array.from({ length: 40 }, (_, index) => say(index % 2 ? ada : ben, `${index}`)),
      );
      expect(messages.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(messages.map((_, index) => index + 1));
      expect(new Set(messages.map(({ rev, seq }) => rev - seq)).size).toBe(1);
    });

    it('moves the room, its list and the own cursors along', async () => {
      const message = await say(ada, 'hello');
      const [forAda, forBen] = [await ada.get(`/rooms/${room.id}`), await ben.get(`/rooms/${room.id}`)];
      expect(forAda.read(Room)).toMatchObject({ lastSeq: 1, lastMessage: message, me: { readSeq: 1, unread: 0 } });
      expect(forBen.read(Room)).toMatchObject({ lastSeq: 1, lastMessage: message, me: { readSeq: 0, unread: 1 } });
    });

    it('gives the first message back for a retry, and stores nothing', async () => {
      const clientId = randomUUID();
      const first = await post(ada, 'once', clientId);
      const again = await post(ada, 'once', clientId);
      expect(again.status).toBe(200);
      expect(again.read(MessageAnswer)).toEqual(first.read(MessageAnswer));
      expect(await history()).toEqual([1]);
    });

    it('stores a message once when its tries race', async () => {
      const clientId = randomUUID();
      const tries = await Promise.all(Array.from({ length: 10 }, () => post(ada, 'once', clientId)));
      expect(tries.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
      expect(await history()).toEqual([1]);
    });

    it('knows a retry by what was first said, after an edit and a deletion too', async () => {
      const clientId = randomUUID();
      const { message } = (await post(ada, 'first', clientId)).read(MessageAnswer);
      await ada.patch(`/rooms/${room.id}/messages/${message.id}`, { body: 'second' });
      expect((await post(ada, 'first', clientId)).read(MessageAnswer).message.body).toBe('second');
      expect((await post(ada, 'second', clientId)).status).toBe(409);
      await ada.delete(`/rooms/${room.id}/messages/${message.id}`);
      expect((await post(ada, 'first', clientId)).read(MessageAnswer).message.deletedAt).not.toBeNull();
    });

    it('refuses the same clientId with another body, and names the field', async () => {
      const clientId = randomUUID();
      await post(ada, 'one thing', clientId);
      const answer = await post(ada, 'another thing', clientId);
      expect(answer.status).toBe(409);
      expect(answer.problem.errors).toEqual([expect.objectContaining({ path: 'clientId' })]);
    });

    it('lets two people use the same clientId', async () => {
      const clientId = randomUUID();
      expect((await post(ada, 'mine', clientId)).status).toBe(201);
      expect((await post(ben, 'mine too', clientId)).status).toBe(201);
    });

    it.each([
      ['an empty body', { body: '' }, 'body'],
      ['a body of white space', { body: ' \n\t ' }, 'body'],
      ['a body that is too long', { body: 'a'.repeat(4_001) }, 'body'],
      ['a body that is no text', { body: 7 }, 'body'],
      ['a body with NUL', { body: 'a\0b' }, 'body'],
      ['no body', { body: undefined }, 'body'],
      ['a clientId that is no UUID', { clientId: 'one' }, 'clientId'],
      ['an unknown field', { urgent: true }, 'urgent'],
    ])('refuses %s, and stores nothing', async (_what, wrong, path) => {
      const answer = await ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body: 'fine', ...wrong });
      expect(answer.status).toBe(400);
      expect(answer.problem.code).toBe('validation_failed');
      expect(answer.problem.errors?.map((error) => error.path)).toContain(path);
      expect(await history()).toEqual([]);
    });

    it('takes 4,000 characters, counted as people count them', async () => {
      expect((await post(ada, '🎉'.repeat(4_000))).status).toBe(201);
      expect((await post(ada, '🎉'.repeat(4_001))).status).toBe(400);
    });

    it('shows an outsider no room at all', async () => {
      const absent = await eve.say(randomUUID(), 'hello');
      const hidden = await post(eve, 'hello');
      expect(hidden.status).toBe(404);
      expect(hidden.problem).toEqual(absent.problem);
      expect((await eve.get(`/rooms/${room.id}/messages`)).status).toBe(404);
      expect(await history()).toEqual([]);
    });

    it('asks a stranger of a public room to join it first', async () => {
      room = await server.createRoom(ada);
      expect((await post(eve, 'hello')).status).toBe(403);
      expect((await eve.get(`/rooms/${room.id}/messages`)).status).toBe(403);
    });
  });

  describe('history', () => {
    beforeEach(() => fill(12));

    it('begins with the newest, ascending', async () => {
      expect(await history('?limit=3')).toEqual([10, 11, 12]);
    });

    it('goes back before a message and on after one, without it', async () => {
      expect(await history('?before=4&limit=2')).toEqual([2, 3]);
      expect(await history('?after=4&limit=2')).toEqual([5, 6]);
      expect(await history('?before=1')).toEqual([]);
      expect(await history('?after=12')).toEqual([]);
    });

    it('looks around a message, with it, and at the edges as far as there is something', async () => {
      expect(await history('?around=6&limit=4')).toEqual([4, 5, 6, 7]);
      expect(await history('?around=1&limit=4')).toEqual([1, 2, 3, 4]);
      expect(await history('?around=12&limit=4')).toEqual([10, 11, 12]);
    });

    it('finds the first message of a moment or later, and shows what stands around it', async () => {
      const { items } = (await ben.get(`/rooms/${room.id}/messages`)).read(MessagesAnswer);
      const at = items[5]?.createdAt ?? '';
      const first = items.find(({ createdAt }) => createdAt >= at)?.seq ?? 0;
      const around = [first - 2, first - 1, first, first + 1].filter((seq) => seq >= 1 && seq <= 12);
      expect(await history(`?at=${at}&limit=4`)).toEqual(around);
      expect(await history('?at=2000-01-01T00:00:00.000Z&limit=2')).toEqual([1, 2]);
      expect(await history('?at=2999-01-01T00:00:00.000Z&limit=2')).toEqual([12]);
    });

    it.each([
      '?at=yesterday',
      '?at=2000-01-01T00:00:00.000Z&before=3',
      '?before=2&after=1',
      '?limit=0',
      '?limit=201',
      '?before=x',
      '?before=-1',
      '?page=2',
    ])('refuses %s', async (query) => {
      const answer = await ben.get(`/rooms/${room.id}/messages${query}`);
      expect(answer.status).toBe(400);
      expect(answer.problem.errors).not.toEqual([]);
    });
  });

  describe('edits and deletions', () => {
    it('gives an own message another body and a new revision, at its old place', async () => {
      const message = await say(ada, 'helo');
      const answer = await ada.patch(`/rooms/${room.id}/messages/${message.id}`, { body: 'hello' });
      const edited = answer.read(MessageAnswer).message;
      expect(edited).toMatchObject({ id: message.id, seq: message.seq, rev: message.rev + 1, body: 'hello' });
      expect(edited.editedAt).not.toBeNull();
    });

    it('takes no revision for an edit that changes nothing', async () => {
      const message = await say(ada, 'hello');
      const answer = await ada.patch(`/rooms/${room.id}/messages/${message.id}`, { body: 'hello' });
      expect(answer.read(MessageAnswer).message).toEqual(message);
    });

    it('leaves a tombstone of a deleted message, once', async () => {
      const message = await say(ada, 'oops');
      const first = (await ada.delete(`/rooms/${room.id}/messages/${message.id}`)).read(MessageAnswer).message;
      expect(first).toMatchObject({ id: message.id, seq: 1, rev: message.rev + 1, body: '' });
      expect(first.deletedAt).not.toBeNull();
      const again = (await ada.delete(`/rooms/${room.id}/messages/${message.id}`)).read(MessageAnswer).message;
      expect(again).toEqual(first);
      expect((await ada.patch(`/rooms/${room.id}/messages/${message.id}`, { body: 'back' })).status).toBe(403);
    });

    it('lets nobody edit what another wrote, and only a moderator delete it', async () => {
      const [adas, bens] = [await say(ada, 'mine'), await say(ben, 'mine')];
      expect((await ben.patch(`/rooms/${room.id}/messages/${adas.id}`, { body: 'yours' })).status).toBe(403);
      expect((await ada.patch(`/rooms/${room.id}/messages/${bens.id}`, { body: 'yours' })).status).toBe(403);
      expect((await ben.delete(`/rooms/${room.id}/messages/${adas.id}`)).status).toBe(403);
      expect((await ada.delete(`/rooms/${room.id}/messages/${bens.id}`)).status).toBe(200);
      expect((await eve.delete(`/rooms/${room.id}/messages/${bens.id}`)).status).toBe(404);
    });

    it('finds no message of another room', async () => {
      const message = await say(ada, 'here');
      const other = await server.createRoom(ada);
      expect((await ada.delete(`/rooms/${other.id}/messages/${message.id}`)).status).toBe(404);
    });
  });
});
