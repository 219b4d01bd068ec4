import { Message, MessageAnswer, RECEIPTS, Room, RoomPage } from '#shared';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RoomEntity } from '../src/rooms/room.entity.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('rooms', () => {
  let server: TestServer;
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    grace = await server.register('grace');
  });
  afterAll(() => server.stop());

  async function say(person: Person, room: Room, body: string): Promise<Message> {
    return (await person.say(room.id, body)).read(MessageAnswer).message;
  }

  async function roomsOf(person: Person, query = ''): Promise<RoomPageAnswer> {
    return (await person.get(`/rooms${query}`)).read(RoomPage);
  }
  type RoomPageAnswer = ReturnType<typeof RoomPage.parse>;

  it('is founded with its founder as the owner, who is told', async () => {
    const answer = await ada.post('/rooms', { name: ' Engine room ', kind: 'public', topic: 'Cogs' });
    expect(answer.status).toBe(201);
    const room = answer.read(Room);
    expect(room).toMatchObject({
      kind: 'public',
      name: 'Engine room',
      topic: 'Cogs',
      memberCount: 1,
      lastSeq: 0,
      rev: 1,
    });
    expect(room.me).toMatchObject({ role: 'owner', unread: 0 });
    expect(room).toMatchObject({ lastMessage: null, peer: null });
    expect(server.told).toContainEqual({ to: 'user', userId: ada.id, events: [{ type: 'room.added', room }] });
  });

  it('is shown with its last message and what is unread', async () => {
    const room = await server.createRoom(ada, { name: 'News' }, [grace]);
    await say(ada, room, 'first');
    const message = await say(ada, room, 'second');
    const seen = (await grace.get(`/rooms/${room.id}`)).read(Room);
    expect(seen).toMatchObject({ lastSeq: 2, lastMessage: message, me: { readSeq: 0, unread: 2 } });
    expect((await ada.get(`/rooms/${room.id}`)).read(Room).me).toMatchObject({ readSeq: 2, unread: 0 });
  });

  it('lists my own rooms, last activity first', async () => {
    const katherine = await server.register('katherine');
    const early = await server.createRoom(katherine, { name: 'Early' });
    const late = await server.createRoom(katherine, { name: 'Late' });
    await server.createRoom(ada, { name: 'Somebody else’s' });
    expect((await roomsOf(katherine)).items.map(({ name }) => name)).toEqual(['Late', 'Early']);
    await say(katherine, early, 'up again');
    const { items } = await roomsOf(katherine);
    expect(items.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(items[0]?.lastMessage?.body).toBe('up again');
  });

  it('lists page by page, each room once', async () => {
    const dorothy = await server.register('dorothy');
    const names = ['A', 'B', 'C', 'D', 'E'];
    for (const name of names) await server.createRoom(dorothy, { name });
    const seen: (string | null)[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: RoomPageAnswer = await roomsOf(dorothy, `?limit=2${next && `&cursor=${next}`}`);
      seen.push(...page.items.map(({ name }) => name));
      next = page.next;
    }
    expect(seen).toEqual(names.toReversed());
  });

  it('lists twenty rooms with as many queries as two, and one more where they are large, however many', async () => {
    const mary = await server.register('mary');
    const dataSource = server.app.get<DataSource>(getDataSourceToken());
    const query = vi.spyOn(Object.getPrototypeOf(dataSource.createQueryRunner()) as QueryRunner, 'query');
    // What is told in the background meanwhile is counted too, and only adds: the least of some counts is the request's own.
    const queriesOf = async (path: string) => {
      const counts: number[] = [];
      for (let asked = 0; asked < 5; asked += 1) {
        query.mockClear();
        await mary.get(path);
        counts.push(query.mock.calls.length);
      }
      return Math.min(...counts);
    };
    const fill = async (count: number) => {
      for (let made = 0; made < count; made += 1) {
        await say(mary, await server.createRoom(mary, { name: `Room ${made}` }), 'hello');
        const peer = await server.register(`peer.${count}.${made}`);
        await mary.post('/rooms/direct', { userId: peer.id });
      }
    };
    await fill(1);
    const few = [await queriesOf('/rooms'), await queriesOf('/rooms/directory')];
    await fill(9);
    const many = [await queriesOf('/rooms'), await queriesOf('/rooms/directory')];
    await dataSource.getRepository(RoomEntity).updateAll({ memberCount: RECEIPTS.detailedUpTo + 1 });
    const large = [await queriesOf('/rooms'), await queriesOf('/rooms/directory')];
    query.mockRestore();
    expect((await roomsOf(mary)).items).toHaveLength(20);
    expect(few[0]).toBeGreaterThan(0);
    expect(many).toEqual(few);
    large.forEach((count, index) => expect(count - (few[index] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('shows public rooms in the directory to everybody, and no others', async () => {
    const room = await server.createRoom(ada, { name: 'Open house' });
    await server.createRoom(ada, { name: 'Back office', kind: 'private' });
    const directory = (await grace.get('/rooms/directory')).read(RoomPage).items;
    expect(directory.find(({ id }) => id === room.id)).toMatchObject({ name: 'Open house', me: null, memberCount: 1 });
    expect(directory.map(({ name }) => name)).not.toContain('Back office');
    expect(directory.every(({ kind }) => kind === 'public')).toBe(true);
  });

  it.each([
    ['GARDEN', ['Rose garden', 'Topical']],
    ['50%', ['50% off']],
    ['_', ['snake_case']],
    ['\\', ['back\\slash']],
    ['nowhere', []],
  ])('finds rooms whose name or topic holds %j, letter by letter', async (q, expected) => {
    const inventory = await server.createRoom(ada, { name: 'Inventory' });
    expect(inventory.name).toBe('Inventory');
    const standing = (await ada.get('/rooms/directory?limit=200')).read(RoomPage).items.map(({ name }) => name);
    const facts = [
      { name: 'Rose garden' },
      { name: 'Topical', topic: 'gardening' },
      { name: '50% off' },
      { name: 'snake_case' },
      { name: 'back\\slash' },
    ];
    for (const fact of facts) if (!standing.includes(fact.name)) await server.createRoom(ada, fact);
    const found = (await grace.get(`/rooms/directory?q=${encodeURIComponent(q)}`)).read(RoomPage).items;
    expect(found.map(({ name }) => name).sort()).toEqual([...expected].sort());
  });

  it('shows a public room to who is no member, and a private one as if it were absent', async () => {
    const open = await server.createRoom(ada, { name: 'Open' });
    const closed = await server.createRoom(ada, { name: 'Closed', kind: 'private' });
    expect((await grace.get(`/rooms/${open.id}`)).read(Room).me).toBeNull();
    const hidden = await grace.get(`/rooms/${closed.id}`);
    const absent = await grace.get('/rooms/no-such-room');
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(absent.text);
  });

  describe('that are changed', () => {
    it('get another name and topic from an owner or admin, under one revision, and everybody is told', async () => {
      const room = await server.createRoom(ada, { name: 'Nwes', topic: 'Old' }, [grace]);
      const start = server.told.length;
      const answer = await ada.patch(`/rooms/${room.id}`, { name: ' News ', topic: '' });
      expect(answer.read(Room)).toMatchObject({ name: 'News', topic: null, rev: room.rev + 1 });
      const { id: roomId, kind, memberCount } = room;
      expect(server.told.slice(start)).toContainEqual({
        to: 'room',
        roomId,
        events: [
          { type: 'room.updated', roomId, rev: room.rev + 1, room: { kind, name: 'News', topic: null, memberCount } },
        ],
      });
    });

    it('keep what is not named, and take no revision for what is as it was', async () => {
      const room = await server.createRoom(ada, { name: 'News', topic: 'Fresh' });
      expect((await ada.patch(`/rooms/${room.id}`, { name: 'News' })).read(Room)).toEqual(room);
      expect((await ada.patch(`/rooms/${room.id}`, {})).read(Room)).toEqual(room);
      expect((await ada.patch(`/rooms/${room.id}`, { topic: 'Stale' })).read(Room)).toMatchObject({ name: 'News' });
    });

    it('are changed by nobody else', async () => {
      const outsider = await server.register('changeling');
      const room = await server.createRoom(ada, { kind: 'private' }, [grace]);
      expect((await grace.patch(`/rooms/${room.id}`, { name: 'Mine' })).status).toBe(403);
      expect((await outsider.patch(`/rooms/${room.id}`, { name: 'Mine' })).status).toBe(404);
      const direct = (await ada.post('/rooms/direct', { userId: grace.id })).read(Room);
      expect((await ada.patch(`/rooms/${direct.id}`, { name: 'Us' })).status).toBe(403);
      expect((await ada.patch(`/rooms/${room.id}`, { name: ' ' })).problem.errors?.[0]?.path).toBe('name');
    });
  });
});

describe('direct rooms', () => {
  let server: TestServer;
  let ada: Person;
  let grace: Person;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    grace = await server.register('grace');
  });
  afterAll(() => server.stop());

  it('are founded once for two people, whoever asks', async () => {
    const first = await ada.post('/rooms/direct', { userId: grace.id });
    const again = await grace.post('/rooms/direct', { userId: ada.id });
    expect(first.status).toBe(201);
    expect(again.status).toBe(200);
    expect(first.read(Room)).toMatchObject({ kind: 'direct', name: null, memberCount: 2, peer: grace.user });
    expect(again.read(Room)).toMatchObject({ id: first.read(Room).id, peer: ada.user });
  });

  it('are founded once when both ask at the same time', async () => {
    const [mary, joan] = [await server.register('mary'), await server.register('joan')];
    const answers = await Promise.all(
      [mary, joan, mary, joan].map((person) =>
        person.post('/rooms/direct', { userId: person === mary ? joan.id : mary.id }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.read(Room).id)).size).toBe(1);
  });

  it('are told to both, as each sees them', async () => {
    const [jean, betty] = [await server.register('jean'), await server.register('betty')];
    const { id } = (await jean.post('/rooms/direct', { userId: betty.id })).read(Room);
    const told = server.told.flatMap((message) =>
      message.to === 'user' ? message.events.map((event) => ({ userId: message.userId, event })) : [],
    );
    const added = told.filter(({ event }) => event.type === 'room.added' && event.room.id === id);
    expect(added.map(({ userId, event }) => [userId, event.type === 'room.added' && event.room.peer?.id])).toEqual(
      expect.arrayContaining([
        [betty.id, jean.id],
        [jean.id, betty.id],
      ]),
    );
  });

  it('are not for oneself or for nobody', async () => {
    for (const userId of [ada.id, 'nobody']) {
      const answer = await ada.post('/rooms/direct', { userId });
      expect(answer.status).toBe(400);
      expect(answer.problem.errors?.[0]?.path).toBe('userId');
    }
  });

  it('are nobody else’s to see, join, extend or leave', async () => {
    const outsider = await server.register('outsider');
    const { id } = (await ada.post('/rooms/direct', { userId: grace.id })).read(Room);
    expect((await outsider.get(`/rooms/${id}`)).status).toBe(404);
    expect((await outsider.post(`/rooms/${id}/join`)).status).toBe(404);
    expect((await ada.post(`/rooms/${id}/members`, { userId: outsider.id })).status).toBe(403);
    expect((await ada.post(`/rooms/${id}/leave`)).status).toBe(403);
    expect((await ada.delete(`/rooms/${id}/members/${grace.id}`)).status).toBe(403);
    expect((await outsider.get('/rooms/directory')).read(RoomPage).items).toEqual([]);
  });
});
