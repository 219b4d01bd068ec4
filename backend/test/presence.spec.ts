import { Room } from '#shared';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AuthService } from '../src/auth/auth.service.js';
import { LastSeenService } from '../src/auth/last-seen.service.js';
import { SESSION_COOKIE } from '../src/auth/token.js';
import { CompanyService } from '../src/rooms/company.service.js';
import { Person } from './support/person.js';
import { PASSWORD } from './support/person.js';
import { away, becomes, presenceOf } from './support/presence.js';
import { TestServer } from './support/server.js';
import type { SocketClient } from './support/socket-client.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('presence', () => {
  let server: TestServer;
  let names = 0;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  /** Somebody with an account, not by the door, which lets only so many in from one address. */
  const person = async (): Promise<Person> => {
    const request = { username: `person${(names += 1)}`, password: PASSWORD };
    const { account, token } = await server.app.get(AuthService).register(request, null);
    const visitor = server.visitor();
    visitor.cookie = `${SESSION_COOKIE}=${token}`;
    return new Person(visitor, account.user);
  };
  const connect = socketsOfEachTest();
  const befriend = async (one: Person, other: Person): Promise<Room> =>
    (await one.post('/rooms/direct', { userId: other.id })).read(Room);
  const pair = async (): Promise<[Person, Person]> => {
    const [one, other] = [await person(), await person()];
    await befriend(one, other);
    return [one, other];
  };
  /** Whether somebody was told to be gone after having been there. */
  const hasFlickered = (client: SocketClient, of: Person): boolean => {
    const told = presenceOf(client, of).map(({ online }) => online);
    return told.slice(told.indexOf(true)).includes(false);
  };

  it('is told at the start of all with whom one has a direct room', async () => {
    const [ada, ben] = await pair();
    const cleo = await person();
    await befriend(ada, cleo);
    await connect(ben);
    const adas = await connect(ada);
    await becomes(adas, ben, true);
    await becomes(adas, cleo, false);
    expect(presenceOf(adas, cleo)).toEqual([away(cleo, null)]);
  });

  it('shows somebody until the last of their tabs is gone, and then when that was', async () => {
    const [ada, ben] = await pair();
    const cleo = await person();
    await befriend(ada, cleo);
    const adas = await connect(ada);
    const tabs = [await connect(ben), await connect(ben), await connect(ben)];
    const cleos = await connect(cleo);
    await becomes(adas, ben, true);
    await becomes(adas, cleo, true);

    tabs[1]?.close();
    cleos.close();
    await becomes(adas, cleo, false);
    expect(hasFlickered(adas, ben)).toBe(false);

    const before = Date.now();
    tabs[0]?.close();
    tabs[2]?.close();
    const gone = await becomes(adas, ben, false);
    expect(Date.parse(gone?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(before);

    const lastSeen = async () => {
      const client = await connect(ada);
      return (await client.event('presence', ({ userId }) => userId === ben.id)).lastSeenAt;
    };
    await expect.poll(lastSeen, { timeout: 10_000 }).not.toBeNull();
  });

  it('does not flicker when a page is loaded again', async () => {
    const [ada, ben] = await pair();
    const cleo = await person();
    await befriend(ada, cleo);
    const adas = await connect(ada);
    const [bens, cleos] = [await connect(ben), await connect(cleo)];
    await becomes(adas, ben, true);
    await becomes(adas, cleo, true);
    bens.close();
    cleos.close();
    await connect(ben);
    await becomes(adas, cleo, false);
    expect(hasFlickered(adas, ben)).toBe(false);
  });

  it('of the members of a room is for those who have it on the screen', async () => {
    const [ada, ben, cleo, dan] = [await person(), await person(), await person(), await person()];
    const room = await server.createRoom(ada, { kind: 'private' }, [ben, cleo, dan]);
    await connect(ben);
    const [adas, elsewhere] = [await connect(ada), await connect(ada)];
    await adas.request('room:view', { roomId: room.id });
    await becomes(adas, ben, true);
    expect(presenceOf(adas, ada)).toEqual([]);
    expect(presenceOf(adas, cleo)).toEqual([away(cleo, null)]);

    await connect(cleo);
    await becomes(adas, cleo, true);
    await adas.request('room:view', { roomId: null });
    await elsewhere.request('room:view', { roomId: room.id });
    await connect(dan);
    await becomes(elsewhere, dan, true);
    expect(presenceOf(adas, dan)).toEqual([away(dan, null)]);
  });

  it('of a new member is told to those who have the room on the screen', async () => {
    const [ada, ben] = [await person(), await person()];
    const room = await server.createRoom(ada, { kind: 'private' });
    const [adas, bens] = [await connect(ada), await connect(ben)];
    await adas.request('room:view', { roomId: room.id });
    await ada.post(`/rooms/${room.id}/members`, { userId: ben.id });
    await becomes(adas, ben, true);
    expect(presenceOf(bens, ada)).toEqual([]);
  });

  it('is shown to both once they share a direct room', async () => {
    const [ada, ben] = [await person(), await person()];
    const [adas, bens] = [await connect(ada), await connect(ben)];
    await befriend(ada, ben);
    await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
  });

  it('is nothing to those who share no room', async () => {
    const [ada, ben] = [await person(), await person()];
    const [, cleo] = [await person(), await person()];
    await befriend(ada, cleo);
    const adas = await connect(ada);
    await connect(ben);
    await connect(cleo);
    await becomes(adas, cleo, true);
    expect(presenceOf(adas, ben)).toEqual([]);
  });

  it('is no longer told to who has been removed from the room', async () => {
    const [ada, ben, cleo, dan] = [await person(), await person(), await person(), await person()];
    const room = await server.createRoom(ada, { kind: 'private' }, [ben, cleo, dan]);
    const [adas, bens] = [await connect(ada), await connect(ben)];
    for (const client of [adas, bens]) await client.request('room:view', { roomId: room.id });
    await connect(cleo);
    await Promise.all([becomes(adas, cleo, true), becomes(bens, cleo, true)]);
    await ada.delete(`/rooms/${room.id}/members/${ben.id}`);
    await connect(dan);
    await becomes(adas, dan, true);
    expect(presenceOf(bens, dan)).toEqual([away(dan, null)]);
  });

  describe('of somebody who does not share it', () => {
    const share = async (of: Person, sharePresence: boolean): Promise<void> => {
      expect((await of.patch('/me', { settings: { sharePresence } })).status).toBe(200);
    };

    it('is hidden from others, and theirs from them, at once and until it is shared again', async () => {
      const [ada, ben] = await pair();
      const [adas, bens] = [await connect(ada), await connect(ben)];
      await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
      await share(ben, false);
      expect((await becomes(adas, ben, false))?.lastSeenAt).toBeNull();
      expect((await becomes(bens, ada, false))?.lastSeenAt).toBeNull();

      const [latecomer, again] = [await connect(ada), await connect(ben)];
      expect((await becomes(latecomer, ben, false))?.lastSeenAt).toBeNull();
      expect((await becomes(again, ada, false))?.lastSeenAt).toBeNull();

      const known = presenceOf(adas, ben).length;
      await share(ben, true);
      await Promise.all([becomes(adas, ben, true), becomes(bens, ada, true)]);
      expect(presenceOf(adas, ben)).toHaveLength(known + 1);
    });

    it('is told to nobody when they come and go', async () => {
      const [ada, ben] = await pair();
      const cleo = await person();
      await befriend(ada, cleo);
      await share(ben, false);
      const adas = await connect(ada);
      await becomes(adas, ben, false);
      const [bens, cleos] = [await connect(ben), await connect(cleo)];
      await becomes(adas, cleo, true);
      bens.close();
      cleos.close();
      await becomes(adas, cleo, false);
      expect(presenceOf(adas, ben)).toHaveLength(1);
    });
  });

  it('costs a handful of queries when a crowd comes at once', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, person));
    const [ada] = crowd as [Person];
    const room = await server.createRoom(ada, { kind: 'private' }, crowd);
    const [company, lastSeen] = [server.app.get(CompanyService), server.app.get(LastSeenService)];
    const asked = [vi.spyOn(company, 'membersOf'), vi.spyOn(company, 'among'), vi.spyOn(lastSeen, 'of')];
    // The first answer comes when all are there: on a slow machine they would come one by one.
    let letGo = (): void => undefined;
    const allAreThere = new Promise<void>((resolve) => (letGo = resolve));
    const peersOf = company.peersOf.bind(company);
    const first = vi.spyOn(company, 'peersOf').mockImplementationOnce(async (userIds) => {
      await allAreThere;
      return peersOf(userIds);
    });
    const clients = await Promise.all(crowd.map((each) => connect(each)));
    await Promise.all(clients.map((client) => client.request('room:view', { roomId: room.id })));
    letGo();
    for (const client of clients) {
      const seen = () => new Set(client.of('presence').map(({ userId }) => userId)).size;
      await expect.poll(seen, { timeout: 10_000 }).toBeGreaterThanOrEqual(crowd.length - 1);
    }
    for (const spy of [...asked, first]) {
      expect(spy.mock.calls.length).toBeLessThan(10);
      spy.mockRestore();
    }
  });
});
