import { MemberPage, Room } from '#shared';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionsService } from '../../../src/auth/sessions.service.js';
import { UserEntity } from '../../../src/auth/user.entity.js';
import { newId } from '../../../src/common/ids.js';
import { UnitOfWork } from '../../../src/database/unit-of-work.js';
import type { Person } from '../../support/person.js';
import { TestServer } from '../../support/server.js';
import { SocketClient } from '../../support/socket-client.js';

/** So many requests are under way at a time. */
const AT_ONCE = 100;
/** Some of them listen from the start. */
const LISTENERS = 5;

/** The same on every database: everybody comes at once. */
export function describeJoins(database: string, people: number): void {
  describe(`${people} people who join a room on ${database} at once`, () => {
    let server: TestServer;
    let ada: Person;
    let room: Room;
    let tokens: string[];
    const open: SocketClient[] = [];

    beforeAll(async () => {
      server = await TestServer.start();
      ada = await server.register('ada');
      room = await server.createRoom(ada);
      tokens = await signedIn(people);
    });
    afterAll(async () => {
      for (const client of open) client.close();
      await server.stop();
    });

    /** So many people, without the time that their passwords would cost. @returns their sessions' tokens */
    async function signedIn(count: number): Promise<string[]> {
      const users = server.app.get(DataSource).getRepository(UserEntity);
      const model = await users.findOneByOrFail({ id: ada.id });
      const sessions = server.app.get(SessionsService, { strict: false });
      const ids = Array.from({ length: count }, () => newId());
      await users.insert(ids.map((id, index) => ({ ...model, id, username: `person-${index}`, admin: false })));
      return server.app.get(UnitOfWork).run(async (transaction) => {
        const begun: string[] = [];
        for (const id of ids) begun.push(await sessions.begin(transaction, id));
        return begun;
      });
    }

    const connect = async (token: string): Promise<SocketClient> => {
      const client = await SocketClient.connect(server.url, { token });
      open.push(client);
      return client;
    };

    it('are all members, counted exactly, and everybody is told of everybody without a gap', async () => {
      const adas = await connect(ada.token);
      const early = await Promise.all(tokens.slice(0, LISTENERS).map(connect));
      const waiting = [...tokens];
      const joinOneByOne = async () => {
        for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
          const headers = { authorization: `Bearer ${token}` };
          expect((await server.visitor().post(`/rooms/${room.id}/join`, undefined, headers)).status).toBe(200);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, joinOneByOne));

      const { memberCount, rev } = (await ada.get(`/rooms/${room.id}`)).read(Room);
      expect(memberCount).toBe(people + 1);
      expect(new Set(await members())).toHaveLength(people + 1);

      for (const client of [adas, ...early]) {
        await client.event('room.updated', (event) => event.rev === rev);
        const revs = client.events.flatMap((event) => ('rev' in event ? [event.rev] : []));
        expect(revs).toEqual(revs.map((_, index) => rev - revs.length + 1 + index));
      }
      expect(adas.of('member.updated')).toHaveLength(people);
      for (const client of early) expect(client.of('room.added')).toHaveLength(1);
    });

    async function members(): Promise<string[]> {
      const ids: string[] = [];
      let cursor = '';
      for (;;) {
        const page = (await ada.get(`/rooms/${room.id}/members?limit=200${cursor}`)).read(MemberPage);
        ids.push(...page.items.map(({ user }) => user.id));
        if (page.next === null) return ids;
        cursor = `&cursor=${page.next}`;
      }
    }
  });
}
