import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket as Connection } from 'node:net';
import type { EventOf } from '#shared';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawReader } from '../../../test/support/raw-reader.js';
import { HeldAnswers } from './held-answers.js';
import { answerStraight, hold, writeTo } from './outlet.js';
import { eventsPacket } from './packet.js';
import type { ParleyServer, ParleySocket } from '../parley-socket.js';

const someone = {
  id: randomUUID(),
  username: 'ada',
  about: null,
  avatarUrl: null,
  kind: 'human',
  createdAt: new Date().toISOString(),
} as const;

describe('the short way to a connection', () => {
  let http: HttpServer;
  let server: ParleyServer;
  let reader: RawReader;
  let socket: ParleySocket;
  /** How many packets have gone through the queue of Engine.IO. */
  let queued: number;

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
    const arrived = once(server, 'connection') as Promise<[ParleySocket]>;
    reader = await RawReader.connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    [socket] = await arrived;
    await expect.poll(() => connection().writableLength).toBe(0);
    queued = 0;
    socket.conn.on('packetCreate', () => (queued += 1));
  });

  afterEach(async () => {
    reader.close();
    await server.close();
  });

  const connection = (): Connection => socket.request.socket;
  /** Some event that carries a text. */
  const saying = (text: string): EventOf<'user.updated'> => ({
    type: 'user.updated',
    user: { ...someone, displayName: text },
  });
  const heard = () => reader.events.map((event) => (event.type === 'user.updated' ? event.user.displayName : ''));

  it('is taken where the reader has taken everything, whatever the size of the packet', async () => {
    const sizes = [1, 60, 300, 70_000];
    for (const size of sizes) {
      writeTo(socket, eventsPacket([saying('x'.repeat(size))]));
      await expect.poll(() => heard().at(-1)?.length).toBe(size);
    }
    expect(queued).toBe(0);
  });

  it('is taken by the answers to requests, each with the number of its request', async () => {
    answerStraight(socket);
    socket.onAny((_name: string, payload: object, answer: (answer: object) => void) =>
      answer({ ok: true, ...payload }),
    );
    reader.ask('typing', { text: '\u00e4' });
    reader.say('42317["typing",{}]');
    await expect.poll(() => reader.said.slice(-2)).toEqual(['431[{"ok":true,"text":"\u00e4"}]', '43317[{"ok":true}]']);
    expect(queued).toBe(0);
  });

  it('keeps characters beyond ASCII whole', async () => {
    writeTo(socket, eventsPacket([saying('\u00e4\u4e2d\u{1F600}')]));
    await expect.poll(heard).toEqual(['\u00e4\u4e2d\u{1F600}']);
  });

  it('overtakes nothing that went through Socket.IO before', async () => {
    for (let n = 0; n < 50; n += 2) {
      socket.emit('events', [saying(String(n))]);
      writeTo(socket, eventsPacket([saying(String(n + 1))]));
    }
    await expect.poll(() => heard().length).toBe(50);
    expect(heard()).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
  });

  it('is left for the queue by who does not read, and what waits there arrives in order', async () => {
    reader.pause();
    const large = 'x'.repeat(50_000);
    let sent = 0;
    for (; queued < 3; sent += 1) {
      writeTo(socket, eventsPacket([saying(`${sent}:${large}`)]));
      await new Promise(setImmediate);
    }
    reader.resume();
    await expect.poll(() => heard().length).toBe(sent);
    expect(heard().map((text) => Number.parseInt(text))).toEqual(Array.from({ length: sent }, (_, n) => n));
  });

  it('waits while the socket is held, and goes with what follows', async () => {
    const release = hold(socket);
    writeTo(socket, eventsPacket([saying('answer')]));
    writeTo(socket, eventsPacket([saying('event')]));
    expect(connection().writableLength).toBeGreaterThan(0);
    release();
    release();
    await expect.poll(heard).toEqual(['answer', 'event']);
  });

  it('is no way past the queue for who is held and is told more than a connection takes at once', async () => {
    const release = hold(socket);
    for (let n = 0; n < 50; n += 1) writeTo(socket, eventsPacket([saying(`${n}:${'x'.repeat(10_000)}`)]));
    expect(queued).toBeGreaterThan(40);
    release();
    await expect
      .poll(() => heard().map((text) => Number.parseInt(text)))
      .toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('is taken by the event that follows a held answer, so that both are one write', async () => {
    const release = hold(socket);
    socket.emit('events', [saying('answer')]);
    writeTo(socket, eventsPacket([saying('event')]));
    expect(queued).toBe(1);
    release();
    await expect.poll(heard).toEqual(['answer', 'event']);
  });

  it('is let go at the end of the turn when no event comes', async () => {
    const held = new HeldAnswers();
    held.hold(socket);
    held.hold(socket);
    expect([...held.first(new Set(['other', socket.id]))]).toEqual([socket.id, 'other']);
    writeTo(socket, eventsPacket([saying('answer')]));
    await expect.poll(heard).toEqual(['answer']);
    expect([...held.first(new Set(['other', socket.id]))]).toEqual(['other', socket.id]);
  });

  it('of a room goes first to whom an answer is held for, whether few are held or few are in the room', () => {
    const held = new HeldAnswers();
    held.hold(socket);
    expect([...held.first(new Set(['one', 'two', socket.id]))]).toEqual([socket.id, 'one', 'two']);
    held.hold(Object.create(socket, { id: { value: 'two' } }) as ParleySocket);
    held.hold(Object.create(socket, { id: { value: 'away' } }) as ParleySocket);
    expect([...held.first(new Set(['one', 'two']))]).toEqual(['two', 'one']);
    expect([...held.first(new Set([socket.id]))]).toEqual([socket.id]);
    for (const id of ['two', 'away', socket.id]) held.release(id);
    expect([...held.first(new Set(['one', 'two']))]).toEqual(['one', 'two']);
  });
});
