import { randomUUID } from 'node:crypto';
import { Changes, Room } from '#shared';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Commotion, step } from './support/commotion.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('catching up', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let eve: Person;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben, eve] = [await server.register('ada'), await server.register('ben'), await server.register('eve')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  const changesOf = async (person: Person, room: Room, since: number) =>
    (await person.get(`/rooms/${room.id}/changes?since=${since}`)).read(Changes);

  it('makes of stale state and events what a fresh fetch shows, whatever was missed in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step(1), { maxLength: 25 }), async (steps) => {
        const room = await server.createRoom(ada, { kind: 'public' }, [ben]);
        const database = server.app.get(DataSource);
        const commotion = await Commotion.begin({ ada, ben, eve }, [server.url], room.id, database);
        for (const each of steps) await commotion.take(each);
        await commotion.expectCaughtUp();
        commotion.end();
      }),
      { numRuns: 25 },
    );
  });

  it('tells what is newer than a revision, and no more', async () => {
    const room = await server.createRoom(ada, {}, [ben]);
    await ada.say(room.id, 'old');
    const { rev } = (await ben.get(`/rooms/${room.id}`)).read(Room);
    await ada.say(room.id, 'new');
    await eve.post(`/rooms/${room.id}/join`);
    const changes = await changesOf(ben, room, rev);
    expect(changes.messages.map(({ body }) => body)).toEqual(['new']);
    expect(changes.members.map(({ user }) => user.username)).toEqual(['eve']);
    expect(changes).toMatchObject({ limited: false, room: { id: room.id, memberCount: 3, lastSeq: 2 } });
    expect(await changesOf(ben, room, changes.room.rev)).toMatchObject({ messages: [], members: [] });
  });

  it('says that it is too much past 500 changes', async () => {
    const room = await server.createRoom(ada);
    const { rev } = (await ada.get(`/rooms/${room.id}`)).read(Room);
    const socket = await connect(ada);
    const burst = Array.from({ length: 501 }, (_, index) => ({ clientId: randomUUID(), body: `${index}` }));
    await Promise.all(burst.map((message) => socket.request('message:send', { roomId: room.id, ...message })));
    expect(await changesOf(ada, room, rev)).toMatchObject({ limited: true, messages: [], members: [] });
    expect((await changesOf(ada, room, rev + 1)).messages).toHaveLength(500);
  });

  it('tells nothing to who has left', async () => {
    const hall = await server.createRoom(ada, { kind: 'private' }, [ben]);
    await ben.post(`/rooms/${hall.id}/leave`);
    expect((await ben.get(`/rooms/${hall.id}/changes?since=0`)).status).toBe(404);
    expect((await ben.get(`/rooms/${hall.id}/messages`)).status).toBe(404);
  });

  it.each(['', '?since=x', '?since=-1', '?since=1&all=true'])('refuses changes%s', async (query) => {
    const room = await server.createRoom(ada);
    expect((await ada.get(`/rooms/${room.id}/changes${query}`)).status).toBe(400);
  });
});
