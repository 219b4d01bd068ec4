import { randomUUID } from 'node:crypto';
import { MessageAnswer, type Room } from '#shared';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { topic } from '../src/events/topic.js';
import { Audience } from '../src/gateway/audience.js';
import { GatewayCounters } from '../src/gateway/gateway-counters.js';
import type { ParleySocket } from '../src/gateway/parley-socket.js';
import { SlowReaders } from '../src/gateway/delivery/slow-readers.js';
import type { Person } from './support/person.js';
import { RawReader } from './support/raw-reader.js';
import { Reader } from './support/reader.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

/** Messages that are under way at a time. */
const AT_ONCE = 100;

describe('slow readers in a room under load', () => {
  let server: TestServer;
  let counters: GatewayCounters;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    counters = server.app.get(GatewayCounters, { strict: false });
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });

  const connect = socketsOfEachTest();
  const read = (person: Person) => RawReader.connect(server.url, { cookie: person.cookie ?? '' });

  /** Ada sends large messages until it is enough; every one is acknowledged. */
  async function sendUntil(isEnough: () => boolean, atOnce = AT_ONCE): Promise<number> {
    const body = 'x'.repeat(4_000);
    let lastSeq = 0;
    while (!isEnough()) {
      const answers = await Promise.all(Array.from({ length: atOnce }, () => ada.say(room.id, body)));
      for (const answer of answers) lastSeq = Math.max(lastSeq, answer.read(MessageAnswer).message.seq);
    }
    return lastSeq;
  }

  it('are closed and catch up when they return, and everybody else gets everything', async () => {
    const [adas, bens] = [await connect(ada), await connect(ben)];
    const stalled = new Reader(ben);
    await stalled.hold(room.id);
    await stalled.connect();
    stalled.pause();
    const isClosed = () => counters.slowReadersClosed > 0;
    // The code is there for a while only: a reader that takes nothing is torn down after it.
    const resumed = expect
      .poll(isClosed, { timeout: 30_000, interval: 10 })
      .toBe(true)
      .then(() => stalled.resume());
    const lastSeq = await sendUntil(isClosed);
    await resumed;
    expect(await stalled.closed()).toBe(4008);
    const all = Array.from({ length: lastSeq }, (_, index) => index + 1);
    for (const client of [adas, bens]) {
      await client.event('message.created', ({ message }) => message.seq === lastSeq);
      expect(client.of('message.created').map(({ message }) => message.seq)).toEqual(all);
    }
    expect(adas.socket.connected).toBe(true);
    expect(stalled.roomState(room.id).log.length).toBeLessThan(lastSeq);
    await stalled.connect();
    await stalled.expectFresh(room.id);
    stalled.drop();
  });

  it('are told what they were spared, once they have caught up', async () => {
    const cleo = await server.register('cleo');
    await cleo.post('/rooms/direct', { userId: ben.id });
    const [adas, stalled] = [await connect(ada), await connect(ben)];
    const [socket] = server.app.get(Audience, { strict: false }).socketsIn(topic.user(ben.id)) as [ParleySocket];
    stalled.pause();
    const slowReaders = server.app.get(SlowReaders, { strict: false });
    const spares = vi.spyOn(slowReaders, 'spares');
    const seq = await sendUntil(() => slowReaders.isBehind(socket), 50);
    expect((await ben.put(`/rooms/${room.id}/read`, { seq })).status).toBe(200);
    await adas.event('watermark.updated', ({ readSeq }) => readSeq === seq);
    await connect(cleo);
    const isSpared = () =>
      spares.mock.calls.some(([to, events], call) => {
        const isTold = to === socket && events.some((event) => event.type === 'presence' && event.online);
        return isTold && spares.mock.results[call]?.value === true;
      });
    await expect.poll(isSpared, { timeout: 10_000 }).toBe(true);
    spares.mockRestore();
    stalled.resume();
    const told = await stalled.event('membership.updated', ({ roomId }) => roomId === room.id);
    expect(told.me).toMatchObject({ readSeq: seq, unread: 0 });
    await stalled.event('watermark.updated', ({ readSeq }) => readSeq === seq);
    await stalled.event('presence', ({ userId, online }) => userId === cleo.id && online);
  });

  it('are closed when it is the answers to their own requests that they do not read', async () => {
    const before = counters.slowReadersClosed;
    const stalled = await read(ben);
    stalled.pause();
    const isClosed = () => counters.slowReadersClosed > before;
    // The same message again and again: all of it comes back, and nothing is said to anybody else.
    const message = { roomId: room.id, clientId: randomUUID(), body: '🦜'.repeat(4_000) };
    for (let count = 0; count < 900; count += 1) stalled.ask('message:send', message);
    await expect.poll(isClosed, { timeout: 30_000, interval: 20 }).toBe(true);
    stalled.close();
  });

  it('do not hold up a stop', async () => {
    const stalled = await read(ben);
    const sockets = counters.sockets;
    stalled.pause();
    const closedBefore = counters.slowReadersClosed;
    await sendUntil(() => counters.slowReadersClosed > closedBefore);
    expect(counters.sockets).toBe(sockets - 1);
    const another = await read(ben);
    another.pause();
    const begun = Date.now();
    await server.stop();
    expect(Date.now() - begun).toBeLessThan(10_000);
    for (const reader of [stalled, another]) reader.close();
  });
});
