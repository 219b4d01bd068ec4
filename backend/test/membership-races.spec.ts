import { randomUUID } from 'node:crypto';
import type { Room } from '#shared';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventBus, type BusMessage } from '../src/events/event-bus.js';
import { Reconciliation } from '../src/gateway/ordering/reconciliation.js';
import { RoomsService } from '../src/rooms/rooms.service.js';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import type { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('memberships that change while the database is asked about them', () => {
  let server: TestServer;
  let rooms: RoomsService;
  let ada: Person;
  let eve: Person;
  let hall: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    rooms = server.app.get(RoomsService, { strict: false });
    [ada, eve] = [await server.register('ada'), await server.register('eve')];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    hall = await server.createRoom(ada, { kind: 'private' });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const connect = socketsOfEachTest();
  const bring = () => ada.post(`/rooms/${hall.id}/members`, { userId: eve.id });
  const remove = () => ada.delete(`/rooms/${hall.id}/members/${eve.id}`);
  const say = () => ada.say(hall.id, 'hello');

  /** The answer is from before what happens, and arrives after it. */
  async function readBefore<T>(read: () => Promise<T>, happens: () => Promise<unknown>): Promise<T> {
    const found = await read();
    await happens();
    return found;
  }

  describe('a socket that comes in', () => {
    /** A socket of Eve's, whose second reading of the heads is under way while this happens. */
    async function connectWhile(happens: () => Promise<unknown>): Promise<SocketClient> {
      const genuine = rooms.heads.bind(rooms);
      const heads = vi.spyOn(rooms, 'heads');
      heads.mockImplementationOnce(genuine).mockImplementationOnce(() => readBefore(() => genuine(eve.id), happens));
      return connect(eve);
    }

    it('hears nothing of a room that its user is removed from meanwhile', async () => {
      await bring();
      const eves = await connectWhile(remove);
      expect(eves.ready.heads.map(({ roomId }) => roomId)).not.toContain(hall.id);
      await say();
      await eves.settled();
      expect(eves.of('message.created')).toEqual([]);
    });

    it('is told of a room that its user comes into meanwhile, and hears it', async () => {
      const eves = await connectWhile(bring);
      expect(eves.ready.heads.map(({ roomId }) => roomId)).toContain(hall.id);
      await say();
      await eves.event('message.created', ({ roomId }) => roomId === hall.id);
    });
  });

  describe('a comparison of sockets with the database', () => {
    const delivered: BusMessage[] = [];
    beforeEach(() => delivered.splice(0));

    /** The differences that are found while this happens. */
    async function compareWhile(happens: () => Promise<unknown>): Promise<BusMessage[]> {
      const genuine = rooms.roomIdsOf.bind(rooms);
      const read = vi.spyOn(rooms, 'roomIdsOf');
      read.mockImplementationOnce((userIds) => readBefore(() => genuine(userIds), happens));
      await server.app.get(Reconciliation).ofMembers((message) => delivered.push(message));
      return delivered;
    }
    /** Nobody is told, as where the news is lost between instances. */
    async function unheard(happens: () => Promise<unknown>): Promise<void> {
      const publish = vi.spyOn(server.app.get(EventBus), 'publish').mockReturnValue();
      await happens();
      publish.mockRestore();
    }

    it('finds who has come and who has gone unheard', async () => {
      await connect(eve);
      await unheard(bring);
      const [added] = await compareWhile(() => Promise.resolve());
      expect(added).toMatchObject({
        to: 'user',
        userId: eve.id,
        events: [{ type: 'room.added', room: { id: hall.id } }],
      });
    });

    it('takes nobody out who comes in meanwhile', async () => {
      await connect(eve);
      expect(await compareWhile(bring)).toEqual([]);
    });

    it('brings nobody in who leaves meanwhile, and goes on with the others', async () => {
      const grace = await server.register(`grace${randomUUID().slice(0, 8)}`);
      for (const person of [eve, grace]) await connect(person);
      const first = hall;
      await unheard(bring);
      hall = await server.createRoom(ada, { kind: 'private' });
      await unheard(() => ada.post(`/rooms/${hall.id}/members`, { userId: grace.id }));
      const genuine = rooms.ofMember.bind(rooms);
      vi.spyOn(rooms, 'ofMember').mockImplementation(async (userId, roomId) => {
        if (roomId === first.id) await unheard(() => ada.delete(`/rooms/${first.id}/members/${eve.id}`));
        return genuine(userId, roomId);
      });
      const added = await compareWhile(() => Promise.resolve());
      expect(added).toMatchObject([{ userId: grace.id, events: [{ type: 'room.added', room: { id: hall.id } }] }]);
    });
  });
});
