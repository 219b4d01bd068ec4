import { randomUUID } from 'node:crypto';
import { ReadAnswer, Room } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

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
      await ada.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body });
    }
  });

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
});
