import { randomUUID } from 'node:crypto';
import { Changes, LIMITS, MessageAnswer, MessagesAnswer, Room, RoomPage, UserPage, type Problem } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './support/client.js';
import { PASSWORD, type Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('bad input over REST', () => {
  let server: TestServer;
  let ada: Person;
  let grace: Person;
  let room: Room;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    grace = await server.register('grace');
    room = await server.createRoom(ada, { kind: 'private' });
  });
  afterAll(() => server.stop());

  const paths = ({ errors = [] }: Problem): string[] => errors.map(({ path }) => path);

  function expectInvalid(answer: Answer, ...expected: string[]): void {
    expect(answer.status).toBe(400);
    expect(answer.problem.code).toBe('validation_failed');
    expect(paths(answer.problem)).toEqual(expected);
  }

  const message = (body: unknown) => ({ clientId: randomUUID(), body });
  const stored = async () => (await ada.get(`/rooms/${room.id}/messages`)).read(MessagesAnswer).items;

  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['too long', 'x'.repeat(LIMITS.body.max + 1)],
    ['a number', 7],
    ['null', null],
    ['a list', ['hello']],
    ['left out', undefined],
    ['half a character', '\ud800'],
    ['with NUL', 'a\0b'],
    ['of nothing that one can see', '\u200b\u2060\ufeff'],
  ])('refuses a message whose body is %s, and stores nothing', async (_case, body) => {
    expectInvalid(await ada.post(`/rooms/${room.id}/messages`, message(body)), 'body');
    expect(await stored()).toEqual([]);
  });

  it('refuses an unknown field and names it, without quoting its value', async () => {
    const answer = await ada.post('/rooms', { name: 'Hall', kind: 'public', owner: 'secret-value' });
    expectInvalid(answer, 'owner');
    expect(answer.text).not.toContain('secret-value');
    expectInvalid(await ada.get('/rooms?page=2'), 'page');
    expect((await ada.get('/rooms')).read(RoomPage).items).toHaveLength(1);
  });

  it.each([
    [{ name: 1, kind: 'public' }, ['name']],
    [{ name: '', kind: 'public' }, ['name']],
    [{ name: 'x'.repeat(LIMITS.roomName.max + 1), kind: 'public' }, ['name']],
    [{ name: 'Hall', kind: 'direct' }, ['kind']],
    [{ name: 'Hall', kind: 'public', topic: 'x'.repeat(LIMITS.topic.max + 1) }, ['topic']],
    [{}, ['name', 'kind']],
    [[], ['']],
  ])('refuses a room of %j', async (body, expected) => {
    expectInvalid(await ada.post('/rooms', body), ...expected);
  });

  it.each(['{"name": "Hall",', '"text"', 'null', '', '[[[', '{"name":"\\ud8"}'])(
    'refuses %j for a body',
    async (body) => {
      const answer = await ada.send('POST', '/rooms', body);
      expect(answer.status).toBe(400);
      expect(answer.problem.code).toBe('validation_failed');
    },
  );

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml', ''])(
    'says what a body has to be where it is of type %j',
    async (type) => {
      for (const path of ['/rooms', '/auth/login']) {
        const answer = await ada.send('POST', path, '{"name":"Hall","kind":"public"}', { 'content-type': type });
        expectInvalid(answer, '');
        expect(answer.problem.errors?.[0]?.message).toBe('is required, as application/json in UTF-8');
      }
    },
  );

  it.each([
    ['in an unknown charset', 'application/json; charset=klingon', Buffer.from('{}')],
    ['in UTF-16', 'application/json; charset=utf-16', Buffer.from('{"name":"Hall","kind":"public"}', 'utf16le')],
    ['in Latin 1', 'application/json', Buffer.from('{"name":"H\u00e4ll","kind":"public"}', 'latin1')],
    ['with half a character', 'application/json', Buffer.from('{"name":"H\xed\xa0\x80","kind":"public"}', 'latin1')],
  ])('refuses a body %s, and stores nothing', async (_case, type, body) => {
    expectInvalid(await ada.send('POST', '/rooms', body, { 'content-type': type }), '');
    expect((await ada.get('/rooms')).read(RoomPage).items).toHaveLength(1);
  });

  it('does not let a request reach for the prototype', async () => {
    for (const reach of ['__proto__', 'constructor', 'toString']) {
      const body = `{"name":"Hall","kind":"private","${reach}":{"prototype":{"admin":true}}}`;
      expectInvalid(await ada.send('POST', '/rooms', body), reach);
      expectInvalid(await ada.get(`/rooms?${reach}=1`), reach);
    }
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('says in plain words what a value has to be', async () => {
    const faultOf = async (answer: Promise<Answer>) => (await answer).problem.errors?.[0];
    const read = (seq: unknown) => faultOf(ada.put(`/rooms/${room.id}/read`, { seq }));
    expect(await read(1.5)).toEqual({ path: 'seq', message: 'must be a whole number' });
    expect(await read(-1)).toEqual({ path: 'seq', message: 'must be at least 0' });
    expect(await read(1e300)).toEqual({ path: 'seq', message: `must be at most ${Number.MAX_SAFE_INTEGER}` });
    expect(await read(undefined)).toEqual({ path: 'seq', message: 'is required' });
    expect(await faultOf(ada.post('/rooms', { name: 'Hall', kind: 'secret' }))).toEqual({
      path: 'kind',
      message: 'must be one of "public"|"private"',
    });
    expect(await faultOf(ada.get(`/rooms/${room.id}/messages?at=now`))).toEqual({
      path: 'at',
      message: 'must be a time such as 2026-01-31T09:30:00.000Z',
    });
  });

  it.each(['2147483646', '2147483647', '2147483648', '999999999999999'])(
    'knows that no room reaches the place %s',
    async (place) => {
      const { id } = await server.createRoom(ada, { kind: 'private' });
      const first = (await ada.post(`/rooms/${id}/messages`, message('first'))).read(MessageAnswer).message;
      const history = async (query: string) =>
        (await ada.get(`/rooms/${id}/messages?${query}`)).read(MessagesAnswer).items;
      expect(await history(`before=${place}`)).toEqual([first]);
      expect(await history(`around=${place}`)).toEqual([first]);
      expect(await history(`after=${place}`)).toEqual([]);
      const changes = (await ada.get(`/rooms/${id}/changes?since=${place}`)).read(Changes);
      expect(changes).toMatchObject({ messages: [], members: [], limited: false });
      expectInvalid(await ada.put(`/rooms/${id}/read`, { seq: Number(place) }), 'seq');
      expectInvalid(await ada.post(`/rooms/${id}/messages`, { ...message('x'), replyTo: Number(place) }), 'replyTo');
      await ada.post(`/rooms/${id}/leave`);
    },
  );

  it('reads no more than it must of a large body', async () => {
    const answer = await ada.post(`/rooms/${room.id}/messages`, message('x'.repeat(LIMITS.requestBytes)));
    expect(answer.status).toBe(413);
    expect(answer.problem.code).toBe('payload_too_large');
  });

  it('answers a room that one may not see like one that is not there, whatever is asked', async () => {
    const ask: ((person: Person, id: string) => Promise<Answer>)[] = [
      (person, id) => person.get(`/rooms/${id}`),
      (person, id) => person.get(`/rooms/${id}/members`),
      (person, id) => person.get(`/rooms/${id}/messages`),
      (person, id) => person.get(`/rooms/${id}/changes?since=0`),
      (person, id) => person.post(`/rooms/${id}/join`),
      (person, id) => person.post(`/rooms/${id}/leave`),
      (person, id) => person.post(`/rooms/${id}/messages`, message('hello')),
      (person, id) => person.post(`/rooms/${id}/members`, { userId: grace.id }),
      (person, id) => person.delete(`/rooms/${id}/members/${ada.id}`),
      (person, id) => person.put(`/rooms/${id}/read`, { seq: 0 }),
    ];
    for (const request of ask) {
      const hidden = await request(grace, room.id);
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe((await request(grace, randomUUID())).text);
    }
    expect(await stored()).toEqual([]);
  });

  it.each(['%00', 'a%20b', "'--", 'x'.repeat(65)])('names the id that %s is none of', async (id) => {
    expectInvalid(await ada.get(`/rooms/${id}`), 'roomId');
    expectInvalid(await ada.delete(`/rooms/${room.id}/messages/${id}`), 'messageId');
    expectInvalid(await ada.delete(`/rooms/${room.id}/members/${id}`), 'userId');
  });

  it('answers a path that cannot be decoded calmly', async () => {
    expectInvalid(await ada.get('/rooms/%E0%A4%A'), '');
  });

  it('refuses a taken username, however it is written', async () => {
    for (const username of ['ada', 'ADA', ' Ada ']) {
      const answer = await server.visitor().post('/auth/register', { username, password: PASSWORD });
      expect(answer.status).toBe(409);
      expect(answer.problem.code).toBe('conflict');
      expect(paths(answer.problem)).toEqual(['username']);
    }
  });

  it('gives a username to one of two who ask at the same time', async () => {
    const ask = () => server.visitor().post('/auth/register', { username: 'twin', password: PASSWORD });
    const statuses = (await Promise.all([ask(), ask(), ask()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
  });

  it.each([
    'short',
    'x'.repeat(LIMITS.password.max + 1),
    'password123',
    '1234567890',
    'aaaaaaaaaaaa',
    'weaklingweakling',
  ])('refuses the password %s', async (password) => {
    expectInvalid(await server.visitor().post('/auth/register', { username: 'weakling', password }), 'password');
    expect((await ada.get('/users?q=weakling')).read(UserPage).items).toEqual([]);
  });

  it.each(['ab', 'x'.repeat(33), 'no spaces', '-ada', 'ada!', 'ädä', ''])(
    'refuses the username %j',
    async (username) => {
      const answer = await server.visitor().post('/auth/register', { username, password: PASSWORD });
      expect(answer.status).toBe(400);
      expectInvalid(answer, 'username');
    },
  );

  it('validates a sign-in before it tries it', async () => {
    expectInvalid(await server.visitor().post('/auth/login', { username: 'ada' }), 'password');
    expectInvalid(
      await server.visitor().post('/auth/login', { username: { $gt: '' }, password: PASSWORD }),
      'username',
    );
    expectInvalid(await server.visitor().post('/auth/login'), '');
    for (const broken of ['a\0', '\ud800']) {
      const wrong = await server.visitor().post('/auth/login', { username: broken, password: broken });
      expectInvalid(wrong, 'username', 'password');
    }
  });

  it.each(['0', '201', '1000', '-1', '1.5', 'ten', '1e2', ''])('refuses a limit of %j', async (limit) => {
    expectInvalid(await ada.get(`/users?limit=${limit}`), 'limit');
  });

  const time = '2026-01-31T09:30:00.000Z';
  const keys = [{ a: 1 }, null, 5, ['x'], ['x', 'y'], [time, 'a\0'], ['\0', 'a'], [time, ''], '\0', ' '];
  const forged = keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

  it.each(['abc', '%00', ...forged, 'x'.repeat(513)])('refuses a cursor of %s', async (cursor) => {
    for (const list of ['/rooms', '/rooms/directory', `/rooms/${room.id}/members`, '/users']) {
      expectInvalid(await ada.get(`${list}?cursor=${cursor}`), 'cursor');
    }
  });

  it.each([
    ['q', `q=${'a'.repeat(LIMITS.search.max + 1)}`],
    ['q', 'q=a&q=b'],
    ['cursor', 'q=a&cursor=nonsense'],
    ['limit', 'q=a&limit=0'],
    ['name', 'name=ada'],
  ])('names %j of a search for members by ?%s', async (field, query) => {
    expectInvalid(await ada.get(`/rooms/${room.id}/members?${query}`), field);
  });

  it('refuses a parameter that is given twice', async () => {
    expectInvalid(await ada.get('/users?q=a&q=b'), 'q');
  });

  it('answers unknown paths and methods with a problem', async () => {
    for (const path of ['/nothing', '//api/nothing', '//api', '//nothing', '//health/nothing']) {
      const answer = await ada.get(path);
      expect(answer.status).toBe(404);
      expect(answer.problem.code).toBe('not_found');
    }
    expect((await ada.delete('/me')).problem.code).toBe('not_found');
  });
});
