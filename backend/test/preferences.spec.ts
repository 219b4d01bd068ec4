import { FOREVER, Membership, Room } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { socketsOfEachTest } from './support/sockets.js';

describe('how a member keeps a room', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    room = await server.createRoom(ada, { kind: 'private' }, [ben]);
    await ada.say(room.id, 'hello');
  });

  const connect = socketsOfEachTest();
  const keep = (person: Person, request: object) => person.patch(`/rooms/${room.id}/me`, request);
  const membership = async (person: Person) => (await person.get(`/rooms/${room.id}`)).read(Room).me;

  it('begins with nothing', async () => {
    expect(await membership(ben)).toMatchObject({
      mutedUntil: null,
      pinnedAt: null,
      archivedAt: null,
      markedUnread: false,
    });
  });

  it('is changed by what is named, and the rest stays', async () => {
    const muted = (await keep(ben, { mutedUntil: FOREVER, pinned: true })).read(Membership);
    expect(muted).toMatchObject({ mutedUntil: FOREVER, archivedAt: null, markedUnread: false, unread: 1 });
    expect(muted.pinnedAt).not.toBeNull();
    const archived = (await keep(ben, { archived: true, mutedUntil: null })).read(Membership);
    expect(archived).toMatchObject({ mutedUntil: null, pinnedAt: muted.pinnedAt });
    expect(archived.archivedAt).not.toBeNull();
    expect(await membership(ben)).toEqual(archived);
  });

  it('keeps a pinned room where it is when it is pinned again, and lets it go', async () => {
    const { pinnedAt } = (await keep(ben, { pinned: true })).read(Membership);
    expect((await keep(ben, { pinned: true })).read(Membership).pinnedAt).toBe(pinnedAt);
    expect((await keep(ben, { pinned: false })).read(Membership).pinnedAt).toBeNull();
  });

  it('is told to the own sockets on every device, and to nobody else', async () => {
    const [phone, laptop, adas] = [await connect(ben), await connect(await server.signIn(ben)), await connect(ada)];
    const me = (await keep(ben, { pinned: true })).read(Membership);
    for (const socket of [phone, laptop]) {
      expect((await socket.event('membership.updated')).me).toEqual(me);
    }
    await adas.settled();
    expect(adas.events.filter(({ type }) => type === 'membership.updated')).toEqual([]);
  });

  it('takes no revision of the room, and changes nothing where it is as it was', async () => {
    const start = server.told.length;
    await keep(ben, {});
    await keep(ben, { markedUnread: false, pinned: false, archived: false, mutedUntil: null });
    expect(server.told.slice(start).filter(({ to }) => to === 'user')).toEqual([]);
    expect((await ben.get(`/rooms/${room.id}`)).read(Room).rev).toBe(room.rev + 1);
  });

  it('loses the mark of unread by reading, also where there is nothing new, on every device', async () => {
    await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
    expect((await keep(ben, { markedUnread: true })).read(Membership)).toMatchObject({ markedUnread: true, unread: 0 });
    const other = await connect(ben);
    await ben.put(`/rooms/${room.id}/read`, { seq: 1 });
    expect((await other.event('membership.updated')).me.markedUnread).toBe(false);
    expect((await membership(ben))?.markedUnread).toBe(false);
  });

  it('begins anew for one who comes back', async () => {
    await keep(ben, { pinned: true, mutedUntil: FOREVER });
    await ben.post(`/rooms/${room.id}/leave`);
    await ada.post(`/rooms/${room.id}/members`, { userId: ben.id });
    expect(await membership(ben)).toMatchObject({ pinnedAt: null, mutedUntil: null });
  });

  it('is nothing that an outsider can change', async () => {
    const eve = await server.register('eve');
    expect((await keep(eve, { pinned: true })).status).toBe(404);
  });

  it.each([
    ['a time that is none', { mutedUntil: 'tomorrow' }, 'mutedUntil'],
    ['a wrong type', { pinned: 'yes' }, 'pinned'],
    ['a field of its own', { pinnedAt: FOREVER }, 'pinnedAt'],
  ])('refuses %s', async (_what, request, path) => {
    const answer = await keep(ben, request);
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.map((error) => error.path)).toEqual([path]);
  });
});
