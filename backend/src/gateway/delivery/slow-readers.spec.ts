import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Event } from '#shared';
import { Server } from 'socket.io';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RawReader } from '../../../test/support/raw-reader.js';
import { topic } from '../../events/topic.js';
import { backlogOf } from './backlog.js';
import { Delivery } from './delivery.js';
import { GatewayCounters } from '../gateway-counters.js';
import { HeldAnswers } from './held-answers.js';
import { SlowReaders, TOO_SLOW } from './slow-readers.js';
import type { ParleyServer, ParleySocket } from '../parley-socket.js';

const MEGABYTE = 1024 * 1024;

describe('a reader that does not read', () => {
  const roomId = randomUUID();
  const userId = randomUUID();
  let http: HttpServer;
  let server: ParleyServer;
  let counters: GatewayCounters;
  let slowReaders: SlowReaders;
  let delivery: Delivery;
  let url: string;
  let slow: { reader: RawReader; socket: ParleySocket };
  let brisk: { reader: RawReader; socket: ParleySocket };
  let sent: number;

  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(true));

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
    counters = new GatewayCounters();
    slowReaders = new SlowReaders(counters);
    delivery = new Delivery(slowReaders, counters, new HeldAnswers());
    slowReaders.watch(server.of('/'));
    sent = 0;
    slow = await enter();
    brisk = await enter();
  });

  afterEach(async () => {
    slowReaders.stop();
    for (const { reader } of [slow, brisk]) reader.close();
    await server.close();
  });

  async function enter(): Promise<{ reader: RawReader; socket: ParleySocket }> {
    const arrived = once(server, 'connection') as Promise<[ParleySocket]>;
    const reader = await RawReader.connect(url);
    const [socket] = await arrived;
    socket.data.identity = { userId, sessionId: randomUUID() };
    await socket.join(topic.room(roomId));
    counters.joined(socket);
    return { reader, socket };
  }

  const tell = (event: Event) => delivery.deliver(server.of('/'), { to: 'room', roomId, events: [event] });

  function write(bodyLength: number): void {
    sent += 1;
    const createdAt = new Date().toISOString();
    const message = {
      id: randomUUID(),
      roomId,
      seq: sent,
      rev: sent,
      senderId: userId,
      clientId: randomUUID(),
      kind: 'text' as const,
      body: 'x'.repeat(bodyLength),
      replyTo: null,
      mentions: [],
      createdAt,
      editedAt: null,
      deletedAt: null,
    };
    tell({ type: 'message.created', roomId, rev: sent, message });
  }

  /** Writes until the connection of the slow reader takes no more, and then until `isEnough`. */
  async function writeUntil(isEnough: () => boolean, bodyLength = 4_000): Promise<void> {
    for (; !isEnough(); await turn()) write(bodyLength);
  }

  const messagesOf = ({ reader }: { reader: RawReader }) =>
    reader.events.flatMap((event) => (event.type === 'message.created' ? [event.rev] : []));
  const typingOf = ({ reader }: { reader: RawReader }) => reader.events.filter(({ type }) => type === 'typing').length;
  const everything = () => Array.from({ length: sent }, (_, index) => index + 1);

  it('is first spared what is of the moment only, and gets all the rest once it reads again', async () => {
    slow.reader.pause();
    await writeUntil(() => slowReaders.isBehind(slow.socket));
    tell({ type: 'typing', roomId, userId, active: true });
    write(10);
    slow.reader.resume();
    await expect.poll(() => messagesOf(slow)).toEqual(everything());
    await expect.poll(() => messagesOf(brisk)).toEqual(everything());
    expect([typingOf(slow), typingOf(brisk)]).toEqual([0, 1]);
    expect(counters.slowReadersClosed).toBe(0);

    tell({ type: 'typing', roomId, userId, active: false });
    await expect.poll(() => typingOf(slow)).toBe(1);
  });

  it('is closed with a code when more than a megabyte waits for it, and the others get everything', async () => {
    slow.reader.pause();
    await writeUntil(() => counters.slowReadersClosed > 0);
    expect(slow.socket.connected).toBe(false);
    expect([...server.of('/').sockets.keys()]).toEqual([brisk.socket.id]);
    slow.reader.resume();
    expect(await slow.reader.closed()).toBe(TOO_SLOW);
    await expect.poll(() => messagesOf(brisk)).toEqual(everything());
    const received = messagesOf(slow);
    expect(received).toEqual(everything().slice(0, received.length));
  });

  it('is closed when more than 512 packets wait for it, however small', async () => {
    slow.reader.pause();
    await writeUntil(() => backlogOf(slow.socket).packets > 0, 60_000);
    await writeUntil(() => counters.slowReadersClosed > 0 || backlogOf(slow.socket).packets > 600, 10);
    await expect.poll(() => counters.slowReadersClosed).toBe(1);
    await expect.poll(() => messagesOf(brisk)).toEqual(everything());
  });

  it('is torn down if it does not even take its close', async () => {
    const connection = slow.socket.request.socket;
    slow.reader.pause();
    await writeUntil(() => counters.slowReadersClosed > 0);
    await expect.poll(() => connection.destroyed, { timeout: 10_000 }).toBe(true);
    expect(counters.leaves).toBe(1);
  });

  it('is not one that is handed a single large packet', async () => {
    write(3 * MEGABYTE);
    for (const { socket } of [slow, brisk]) expect(slowReaders.isBehind(socket)).toBe(false);
    await expect.poll(() => slow.reader.events.length + brisk.reader.events.length).toBe(2);
    expect(counters.slowReadersClosed).toBe(0);
  });
});
