import { Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import type { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('typing', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let cleo: Person;
  let room: Room;
  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben, cleo] = [await server.register('ada'), await server.register('ben'), await server.register('cleo')];
  });
  afterAll(() => server.stop());

  const connect = socketsOfEachTest();
  /** A room of its own for each test: a sign is remembered for a second. */
  const setUp = async (): Promise<[SocketClient, SocketClient]> => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    return [await connect(ada), await connect(ben)];
  };
  const signs = (client: SocketClient) => client.of('typing').filter(({ roomId }) => roomId === room.id);
  const write = async (client: SocketClient): Promise<void> => {
    await client.request('message:send', { roomId: room.id, clientId: crypto.randomUUID(), body: 'done' });
  };
  /** All that was told before a message has arrived with it. */
  const heard = (client: SocketClient) => client.event('message.created', ({ roomId }) => roomId === room.id);

  it('reaches who views the room and who has it in sight, and nobody else', async () => {
    const [adas, bens] = await setUp();
    const [viewer, idler] = [await connect(ben), await connect(ben)];
    await bens.request('room:view', { roomId: null, inSight: [room.id] });
    await viewer.request('room:view', { roomId: room.id });
    await adas.request('room:view', { roomId: room.id, inSight: [room.id] });
    await adas.request('typing', { roomId: room.id, active: true });
    await write(adas);
    for (const client of [adas, bens, viewer, idler]) await heard(client);
    const told = [{ type: 'typing', roomId: room.id, userId: ada.id, active: true }];
    expect([bens, viewer, idler, adas].map(signs)).toEqual([told, told, [], []]);
  });

  it('is not told to a page that is hidden, until it is shown again', async () => {
    const [adas, bens] = await setUp();
    await bens.request('room:view', { roomId: room.id, inSight: [room.id], visible: false });
    await adas.request('typing', { roomId: room.id, active: true });
    await write(adas);
    await heard(bens);
    expect(signs(bens)).toEqual([]);
    await bens.request('room:view', { roomId: room.id, visible: true });
    await adas.request('typing', { roomId: room.id, active: false });
    await bens.event('typing', ({ roomId, active }) => roomId === room.id && !active);
  });

  it('ends for who does not see the room any more', async () => {
    const [adas, bens] = await setUp();
    await bens.request('room:view', { roomId: room.id, inSight: [room.id] });
    await bens.request('room:view', { roomId: null });
    await adas.request('typing', { roomId: room.id, active: true });
    await bens.event('typing', ({ roomId }) => roomId === room.id);
    await bens.request('room:view', { roomId: null, inSight: [] });
    await adas.request('typing', { roomId: room.id, active: false });
    await write(adas);
    await heard(bens);
    expect(signs(bens).map(({ active }) => active)).toEqual([true]);
  });

  it('ignores rows of rooms that one is not in', async () => {
    const [adas] = await setUp();
    const cleos = await connect(cleo);
    expect(await cleos.request('room:view', { roomId: null, inSight: [room.id, 'nowhere'] })).toEqual({ ok: true });
    await adas.request('typing', { roomId: room.id, active: true });
    await ada.post(`/rooms/${room.id}/members`, { userId: cleo.id });
    await cleos.event('room.added', (event) => event.room.id === room.id);
    expect(signs(cleos)).toEqual([]);
  });

  it('is refused to who is no member, and told to nobody', async () => {
    const [adas, bens] = await setUp();
    const cleos = await connect(cleo);
    await bens.request('room:view', { roomId: room.id });
    const answers = [
      await cleos.request('typing', { roomId: room.id, active: true }),
      await cleos.request('room:view', { roomId: room.id }),
    ];
    expect(answers).toMatchObject([{ ok: false, error: { code: 'not_found' } }, { ok: false }]);
    await write(adas);
    await heard(bens);
    expect(signs(bens)).toEqual([]);
  });

  it('is granted and passed on once, however often it is said within a second', async () => {
    const [adas, bens] = await setUp();
    await bens.request('room:view', { roomId: room.id });
    const again = await connect(ada);
    const flood = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? adas : again).request('typing', { roomId: room.id, active: true }),
    );
    for (const answer of await Promise.all(flood)) expect(answer).toEqual({ ok: true });
    await adas.request('typing', { roomId: room.id, active: false });
    await write(adas);
    await heard(bens);
    expect(signs(bens).map(({ active }) => active)).toEqual([true, false]);
  });

  it('reaches the other one of a direct room, whatever that one has on the screen', async () => {
    room = (await ada.post('/rooms/direct', { userId: ben.id })).read(Room);
    const [adas, otherAdas, bens] = [await connect(ada), await connect(ada), await connect(ben)];
    await adas.request('typing', { roomId: room.id, active: true });
    await write(adas);
    for (const client of [otherAdas, bens]) await heard(client);
    expect([otherAdas, bens].map((client) => signs(client).length)).toEqual([0, 1]);
  });
});
