import { RECEIPTS, type Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventBus } from '../src/events/event-bus.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import type { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('receipts that are held, since several instances tell too many', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  const tell = (readSeq: number) => {
    const event = { type: 'receipt.updated', roomId: room.id, userId: ada.id, readSeq, deliveredSeq: 2 } as const;
    server.app.get(EventBus).publish({ to: 'room', roomId: room.id, events: [event] });
  };
  const told = (client: SocketClient) => client.of('receipt.updated').map(({ readSeq }) => readSeq);

  it('are not told to who is removed meanwhile', async () => {
    const [adas, bens] = [await connect(ada), await connect(ben)];
    const atOnce = Array.from({ length: RECEIPTS.packetsPerSecond }, () => 1);
    for (const readSeq of [...atOnce, 2]) tell(readSeq);
    await ada.delete(`/rooms/${room.id}/members/${ben.id}`);
    await adas.event('receipt.updated', ({ readSeq }) => readSeq === 2);
    await bens.settled();
    expect(told(adas)).toEqual([...atOnce, 2]);
    expect(told(bens)).toEqual(atOnce);
  });
});
