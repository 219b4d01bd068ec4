import { randomUUID } from 'node:crypto';
import type { Room } from '#shared';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LastSeenService } from '../src/auth/last-seen.service.js';
import { UserEntity } from '../src/auth/user.entity.js';
import { Roster } from '../src/gateway/presence/roster.js';
import { MemberEntity } from '../src/rooms/member.entity.js';
import type { Person } from './support/person.js';
import { away, becomes, presenceOf } from './support/presence.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('the presence of the members of a room that is looked at again', () => {
  let server: TestServer;
  let names = 0;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const person = (name: string): Promise<Person> => server.register(`${name}${(names += 1)}`);
  const connect = socketsOfEachTest();

  /** Ada sees Ben and Cleo in a room, and looks elsewhere. */
  const lookAway = async (crowd: number) => {
    const [ada, ben, cleo, dan] = [await person('ada'), await person('ben'), await person('cleo'), await person('dan')];
    const room = await server.createRoom(ada, { kind: 'private' }, [ben, cleo, dan]);
    await addCrowd(room, crowd);
    const adas = await connect(ada);
    const bens = await connect(ben);
    await connect(cleo);
    await adas.request('room:view', { roomId: room.id });
    await Promise.all([becomes(adas, ben, true), becomes(adas, cleo, true)]);
    await adas.request('room:view', { roomId: null });
    return { room, adas, ben, bens, cleo, dan };
  };
  const addCrowd = async (room: Room, count: number): Promise<void> => {
    if (count === 0) return;
    const { manager } = server.app.get<DataSource>(getDataSourceToken());
    const user = await manager.findOneByOrFail(UserEntity, { admin: true });
    const member = await manager.findOneByOrFail(MemberEntity, { roomId: room.id, role: 'member' });
    const ids = Array.from({ length: count }, () => randomUUID());
    await manager.insert(
      UserEntity,
      ids.map((id) => ({ ...user, id, username: id, admin: false })),
    );
    await manager.insert(
      MemberEntity,
      ids.map((userId) => ({ ...member, userId })),
    );
  };

  it.each([0, 300])('tells of who has gone or hidden meanwhile, among %i others', async (crowd) => {
    const { room, adas, ben, bens, cleo, dan } = await lookAway(crowd);
    const before = Date.now();
    bens.close();
    await cleo.patch('/me', { settings: { sharePresence: false } });
    const roster = server.app.get(Roster, { strict: false });
    await expect.poll(() => roster.modeOf(ben.id), { timeout: 10_000 }).toBeUndefined();
    await expect.poll(() => roster.modeOf(cleo.id), { timeout: 10_000 }).toBe('hidden');
    await adas.request('room:view', { roomId: room.id });
    const gone = await becomes(adas, ben, false);
    expect(Date.parse(gone?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(await becomes(adas, cleo, false)).toEqual(away(cleo, null));
    // Nobody could hold Dan for online: of a large room he is not worth telling.
    await expect.poll(() => presenceOf(adas, dan).length > 0).toBe(crowd === 0);
  });

  it('tells when somebody was last seen who has not been here since', async () => {
    const { room, adas, dan } = await lookAway(0);
    const lastSeenAt = '2026-01-31T09:30:00.000Z';
    await server.app.get(LastSeenService).note([dan.id], lastSeenAt);
    await adas.request('room:view', { roomId: room.id });
    await expect.poll(() => presenceOf(adas, dan).at(-1)).toEqual(away(dan, lastSeenAt));
  });
});
