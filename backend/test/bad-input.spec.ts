import { randomUUID } from 'node:crypto';
import { LIMITS, MessagesAnswer, Room, RoomPage, UserPage, type Problem } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './support/client.js';
import type { Person } from './support/person.js';
import { PASSWORD, TestServer } from './support/server.js';

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

  it('refuses a body that is not JSON or not UTF-8', async () => {
    const form = await ada.send('POST', '/rooms', 'name=Hall', { 'content-type': 'application/x-www-form-urlencoded' });
    expectInvalid(form, '');
    const latin = await ada.send('POST', '/rooms', '{}', { 'content-type': 'application/json; charset=klingon' });
    expectInvalid(latin, '');
  });

  it('does not let a body reach for the prototype', async () => {
    const reaches = '"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}';
    const answer = await ada.send('POST', '/rooms', `{"name":"Hall","kind":"private",${reaches}}`);
    expect(answer.text).not.toContain('admin');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

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

  it.each(['%00', 'a%20b', "'--", 'x'.repeat(65), '%E0%A4%A'])('answers a room id of %s calmly', async (id) => {
    const answer = await ada.get(`/rooms/${id}`);
    expect(answer.status).toBe(400);
    expect(answer.problem.code).toBe('validation_failed');
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
  });

  it.each(['0', '201', '-1', '1.5', 'ten', '1e2', ''])('refuses a limit of %j', async (limit) => {
    expectInvalid(await ada.get(`/users?limit=${limit}`), 'limit');
  });

  it.each(['abc', '%00', 'bnVsbA', 'WyJ4Il0', 'eyJhIjoxfQ', 'x'.repeat(513)])(
    'refuses a cursor of %s',
    async (cursor) => {
      for (const list of ['/rooms', '/rooms/directory', `/rooms/${room.id}/members`]) {
        expectInvalid(await ada.get(`${list}?cursor=${cursor}`), 'cursor');
      }
    },
  );

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
