import { randomUUID } from 'node:crypto';
import { MessageAnswer, type Room } from '#shared';
import { Logger } from '@nestjs/common';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RoomsService } from '../src/rooms/rooms.service.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('sockets', () => {
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
  const send = (client: SocketClient, roomId: string, body: string, clientId: string = randomUUID()) =>
    client.request('message:send', { roomId, clientId, body });

  describe('coming in', () => {
    it('says where every room stands once it is ready', async () => {
      const grace = await server.register('grace');
      const room = await server.createRoom(grace);
      const client = await connect(grace);
      expect(client.ready).toMatchObject({ protocol: 1, userId: grace.id });
      const place = { roomId: room.id, rev: room.rev, lastSeq: 0, readSeq: 0, deliveredSeq: 0, mentions: [] };
      const preferences = { mutedUntil: null, pinnedAt: null, archivedAt: null, markedUnread: false };
      expect(client.ready.heads).toEqual([{ ...place, watermark: { readSeq: 0, deliveredSeq: 0 }, ...preferences }]);
    });

    it.each([
      ['the token of a program', () => ({ token: ada.token })],
      ['a cookie', () => ({ cookie: ada.cookie ?? '' })],
      ['the cookie of its own pages', () => ({ cookie: ada.cookie ?? '', origin: server.url })],
    ])('lets in who shows %s', async (_what, credentials) => {
      const client = await SocketClient.connect(server.url, credentials());
      client.close();
      expect(client.ready.userId).toBe(ada.id);
    });

    it.each([
      ['without a session', {}],
      ['with a token that is none', { token: 'nonsense' }],
      ['with a session that is not there', { cookie: `parley_session=${'x'.repeat(43)}` }],
    ])('refuses a socket %s, with a code', async (_how, credentials) => {
      await expect(SocketClient.connect(server.url, credentials)).rejects.toMatchObject({
        data: { code: 'unauthenticated' },
      });
    });

    it('is closed with a code where the database does not answer, comes back by itself, and is one line of the log', async () => {
      const outage = Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
      const heads = vi.spyOn(server.app.get(RoomsService, { strict: false }), 'heads');
      heads.mockRejectedValueOnce(outage).mockRejectedValueOnce(outage);
      const warned = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
      const failed = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
      const socket = io(server.url, {
        transports: ['websocket'],
        forceNew: true,
        reconnectionDelay: 1,
        auth: { token: ada.token },
      });
      const codes: unknown[] = [];
      socket.on('disconnect', (_reason, details) => {
        codes.push((details as unknown as { context: { code: number } }).context.code);
      });
      await new Promise((resolve) => socket.once('ready', resolve));
      expect(codes).toEqual([1013, 1013]);
      expect(warned.mock.calls).toHaveLength(1);
      expect(failed.mock.calls).toEqual([]);
      socket.off('disconnect').disconnect();
      vi.restoreAllMocks();
    });

    it('refuses a foreign page, whatever cookie it brings', async () => {
      const credentials = { cookie: ada.cookie ?? '', origin: 'https://elsewhere.example' };
      await expect(SocketClient.connect(server.url, credentials)).rejects.toThrow();
    });
  });

  describe('talking', () => {
    let room: Room;
    beforeAll(async () => {
      room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    });

    it('acknowledges with the stored message and brings it to every member, the sender too', async () => {
      const [adas, bens] = [await connect(ada), await connect(ben)];
      const answer = await send(adas, room.id, 'hello');
      if (!answer.ok) throw new Error(answer.error.detail);
      for (const client of [adas, bens]) {
        const event = await client.event('message.created', ({ message }) => message.body === 'hello');
        expect(event).toEqual({
          type: 'message.created',
          roomId: room.id,
          rev: answer.message.rev,
          message: answer.message,
        });
      }
    });

    it('brings nothing to who is no member', async () => {
      const [adas, eves] = [await connect(ada), await connect(eve)];
      await send(adas, room.id, 'between us');
      await adas.event('message.created', ({ message }) => message.body === 'between us');
      await eves.settled();
      expect(eves.events).toEqual([]);
    });

    it('knows a retry over the other transport', async () => {
      const adas = await connect(ada);
      const clientId = randomUUID();
      await ada.post(`/rooms/${room.id}/messages`, { clientId, body: 'once' });
      const again = await send(adas, room.id, 'once', clientId);
      expect(again).toMatchObject({ ok: true, message: { clientId } });
      await adas.settled();
      expect(adas.of('message.created').filter(({ message }) => message.clientId === clientId)).toHaveLength(1);
    });

    it('tells everybody of edits and deletions', async () => {
      const bens = await connect(ben);
      const sent = await ada.say(room.id, 'helo');
      const { message } = sent.read(MessageAnswer);
      await ada.patch(`/rooms/${room.id}/messages/${message.id}`, { body: 'hello' });
      await ada.delete(`/rooms/${room.id}/messages/${message.id}`);
      const tombstone = await bens.event('message.updated', (event) => event.message.deletedAt !== null);
      expect(tombstone.message).toMatchObject({ id: message.id, body: '', rev: message.rev + 2 });
      expect(bens.of('message.updated')[0]?.message.body).toBe('hello');
    });

    it('tells everybody how far a member has read', async () => {
      const [adas, bens] = [await connect(ada), await connect(ben)];
      const sent = await send(adas, room.id, 'read me');
      if (!sent.ok) throw new Error(sent.error.detail);
      const { seq } = sent.message;
      expect(await bens.request('receipt:delivered', { roomId: room.id, seq })).toEqual({
        ok: true,
        deliveredSeq: seq,
      });
      expect(await bens.request('receipt:read', { roomId: room.id, seq })).toEqual({
        ok: true,
        readSeq: seq,
        unread: 0,
      });
      await adas.event('receipt.updated', (event) => event.userId === ben.id && event.readSeq === seq);
    });

    it('shows typing to who has the room on the screen, and not to the typist', async () => {
      const [adas, bens, otherBens] = [await connect(ada), await connect(ben), await connect(ben)];
      await adas.request('room:view', { roomId: room.id });
      await bens.request('room:view', { roomId: room.id });
      await bens.request('typing', { roomId: room.id, active: true });
      await adas.event('typing', ({ userId }) => userId === ben.id);
      await Promise.all([bens.settled(), otherBens.settled()]);
      expect([...bens.of('typing'), ...otherBens.of('typing')]).toEqual([]);
    });
  });

  describe('membership', () => {
    it('brings a room to the open sockets of who joins, before its first event', async () => {
      const room = await server.createRoom(ada);
      const bens = await connect(ben);
      await ben.post(`/rooms/${room.id}/join`);
      await ada.say(room.id, 'welcome');
      await bens.event('message.created', ({ message }) => message.body === 'welcome');
      expect(bens.events[0]).toMatchObject({ type: 'room.added', room: { id: room.id, me: { role: 'member' } } });
    });

    it('takes it from the open sockets of who is removed, at once', async () => {
      const room = await server.createRoom(ada, { kind: 'private' }, [ben]);
      const [adas, bens] = [await connect(ada), await connect(ben)];
      await ada.delete(`/rooms/${room.id}/members/${ben.id}`);
      await bens.event('room.removed', ({ roomId }) => roomId === room.id);
      await send(adas, room.id, 'without ben');
      await adas.event('message.created', ({ message }) => message.body === 'without ben');
      await bens.settled();
      expect(bens.of('message.created')).toEqual([]);
      expect(await send(bens, room.id, 'still here?')).toMatchObject({ ok: false, error: { code: 'not_found' } });
    });

    it('opens a direct room on the sockets of both', async () => {
      const bens = await connect(ben);
      await eve.post('/rooms/direct', { userId: ben.id });
      const { room } = await bens.event('room.added');
      expect(room).toMatchObject({ kind: 'direct', peer: { id: eve.id } });
    });
  });

  describe('going', () => {
    it('tells a socket that its session has ended, then closes it', async () => {
      const linus = await server.register('linus');
      const client = await connect(linus);
      await linus.post('/auth/logout');
      await client.closed();
      expect(client.ended).toBe('signed_out');
    });

    it('finishes and acknowledges what is under way when the server stops', async () => {
      const stopping = await TestServer.start();
      const person = await stopping.register('ada');
      const room = await stopping.createRoom(person);
      const client = await connect(person);
      const answers = Array.from({ length: 20 }, (_, index) => send(client, room.id, `last words ${index}`));
      await client.settled();
      await stopping.stop();
      expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
      await client.closed();
    });
  });
});
