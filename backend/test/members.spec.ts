import { Member, MemberPage, Room, applyEvent, emptyState, roomState, type Event } from '#shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';

describe('members', () => {
  let server: TestServer;
  let ada: Person;
  let grace: Person;
  let joan: Person;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.register('ada');
    grace = await server.register('grace');
    joan = await server.register('joan');
  });
  afterAll(() => server.stop());

  const say = (person: Person, { id }: Room) => person.say(id, 'hello');

  const fresh = async (person: Person, { id }: Room): Promise<Room> => (await person.get(`/rooms/${id}`)).read(Room);

  const membersOf = async (person: Person, { id }: Room): Promise<Member[]> =>
    (await person.get(`/rooms/${id}/members`)).read(MemberPage).items;

  /** What the services told about one room since `start`, with whom they told it. */
  const toldOf = (room: Room, start: number): [string, Event][] =>
    server.told.slice(start).flatMap((message): [string, Event][] => {
      if (message.to !== 'room' && message.to !== 'user') return [];
      const audience = message.to === 'room' ? 'room' : message.userId;
      const isOfRoom = (event: Event) =>
        ('roomId' in event ? event.roomId : 'room' in event && event.room.id) === room.id;
      return message.events.filter(isOfRoom).map((event) => [audience, event]);
    });

  it('join a public room, as often as they like', async () => {
    const room = await server.createRoom(ada);
    const answer = await grace.post(`/rooms/${room.id}/join`);
    expect(answer.status).toBe(200);
    expect(answer.read(Room)).toMatchObject({ memberCount: 2, me: { role: 'member' } });
    expect((await grace.post(`/rooms/${room.id}/join`)).read(Room)).toEqual(answer.read(Room));
  });

  it('find what was said before them read', async () => {
    const room = await server.createRoom(ada);
    await say(ada, room);
    await say(ada, room);
    const joined = (await grace.post(`/rooms/${room.id}/join`)).read(Room);
    expect(joined.me).toMatchObject({ readSeq: 2, deliveredSeq: 2, unread: 0 });
    await grace.post(`/rooms/${room.id}/leave`);
    await say(ada, room);
    expect((await grace.post(`/rooms/${room.id}/join`)).read(Room).me).toMatchObject({ readSeq: 3, unread: 0 });
  });

  it('are told to the newcomer first, then to the room, one revision each', async () => {
    const room = await server.createRoom(ada);
    const start = server.told.length;
    const joined = (await grace.post(`/rooms/${room.id}/join`)).read(Room);
    const told = toldOf(room, start);
    expect(told.map(([audience, { type }]) => [audience, type])).toEqual([
      [grace.id, 'room.added'],
      ['room', 'member.updated'],
      ['room', 'room.updated'],
    ]);
    expect(told.map(([, event]) => 'rev' in event && event.rev)).toEqual([false, room.rev + 1, room.rev + 2]);
    expect(told[0]?.[1]).toEqual({ type: 'room.added', room: joined });
    expect(joined.rev).toBe(room.rev + 2);
  });

  it('are told to the room first when they leave, and to themselves last', async () => {
    const room = await server.createRoom(ada, {}, [grace]);
    const start = server.told.length;
    expect((await grace.post(`/rooms/${room.id}/leave`)).status).toBe(204);
    expect(toldOf(room, start).map(([audience, { type }]) => [audience, type])).toEqual([
      ['room', 'member.updated'],
      ['room', 'room.updated'],
      ['room', 'watermark.updated'],
      [grace.id, 'room.removed'],
    ]);
    expect((await fresh(ada, room)).memberCount).toBe(1);
    expect((await membersOf(ada, room)).map(({ user }) => user.id)).toEqual([ada.id]);
  });

  it('keep a reader up to date by their events alone', async () => {
    const room = await server.createRoom(ada);
    const start = server.told.length;
    let state = { ...emptyState(ada.id), rooms: { [room.id]: roomState(await fresh(ada, room)) } } as ReturnType<
      typeof emptyState
    >;
    await grace.post(`/rooms/${room.id}/join`);
    await ada.post(`/rooms/${room.id}/members`, { userId: joan.id });
    await grace.post(`/rooms/${room.id}/leave`);
    await grace.post(`/rooms/${room.id}/join`);
    await ada.delete(`/rooms/${room.id}/members/${joan.id}`);
    for (const [audience, event] of toldOf(room, start)) if (audience === 'room') state = applyEvent(state, event);
    expect(state.rooms[room.id]?.room).toEqual(await fresh(ada, room));
    expect(Object.values(state.rooms[room.id]?.members ?? {})).toEqual((await membersOf(ada, room)).slice(1));
  });

  describe('are searched by name', () => {
    let room: Room;
    let hopper: Person;
    let percent: Person;
    beforeAll(async () => {
      hopper = await server.register('amazing', 'Rear Admiral Hopper');
      percent = await server.register('joan_c', '100% Joan');
      await server.register('outsider', 'Hopper Outside');
      room = await server.createRoom(ada, {}, [grace, hopper, joan, percent]);
    });

    const search = (person: Person, query: string) => person.get(`/rooms/${room.id}/members?${query}`);
    const found = async (q: string): Promise<string[]> =>
      (await search(ada, `q=${encodeURIComponent(q)}`)).read(MemberPage).items.map(({ user }) => user.username);

    it.each([
      ['', ['ada', 'grace', 'amazing', 'joan', 'joan_c']],
      ['GRA', ['grace']],
      ['admiral h', ['amazing']],
      ['hopper', ['amazing']],
      ['100%', ['joan_c']],
      ['%', ['joan_c']],
      ['_', ['joan_c']],
      ['outside', []],
      ["' OR 1=1 --", []],
    ])('%j finds those members alone whose name holds it', async (q, expected) => {
      expect(await found(q)).toEqual(expected);
    });

    it('page by page, in the order in which they joined', async () => {
      const first = (await search(ada, 'q=joan&limit=1')).read(MemberPage);
      const second = (await search(ada, `q=joan&limit=1&cursor=${first.next ?? ''}`)).read(MemberPage);
      expect([...first.items, ...second.items].map(({ user }) => user.username)).toEqual(['joan', 'joan_c']);
      expect(second.next).toBeNull();
    });

    it('without those who have left', async () => {
      await percent.post(`/rooms/${room.id}/leave`);
      expect(await found('joan')).toEqual(['joan']);
      await percent.post(`/rooms/${room.id}/join`);
      expect(await found('joan')).toEqual(['joan', 'joan_c']);
    });

    it('by members only', async () => {
      const secret = await server.createRoom(ada, { kind: 'private' });
      expect((await grace.get(`/rooms/${secret.id}/members?q=ada`)).status).toBe(404);
      expect((await search(await server.register('stranger'), 'q=ada')).status).toBe(403);
    });
  });

  it('hand the room on when the owner leaves, to whoever has been there longest', async () => {
    const room = await server.createRoom(ada, {}, [grace, joan]);
    await ada.post(`/rooms/${room.id}/leave`);
    expect((await fresh(grace, room)).me?.role).toBe('owner');
    expect((await fresh(joan, room)).me?.role).toBe('member');
    expect((await ada.post(`/rooms/${room.id}/join`)).read(Room).me?.role).toBe('member');
  });

  it('own a room that everybody had left', async () => {
    const room = await server.createRoom(ada);
    await ada.post(`/rooms/${room.id}/leave`);
    expect((await fresh(grace, room)).memberCount).toBe(0);
    expect((await grace.post(`/rooms/${room.id}/join`)).read(Room).me?.role).toBe('owner');
  });

  it('are listed in the order in which they came, page by page', async () => {
    const room = await server.createRoom(ada, {}, [grace, joan]);
    const first = (await grace.get(`/rooms/${room.id}/members?limit=2`)).read(MemberPage);
    const second = (await grace.get(`/rooms/${room.id}/members?cursor=${first.next ?? ''}`)).read(MemberPage);
    expect(first.items.map(({ user }) => user)).toEqual([ada.user, grace.user]);
    expect(second.items.map(({ user }) => user)).toEqual([joan.user]);
    expect(second.next).toBeNull();
  });

  it('are listed for members alone', async () => {
    const open = await server.createRoom(ada);
    const closed = await server.createRoom(ada, { kind: 'private' });
    expect((await grace.get(`/rooms/${open.id}/members`)).status).toBe(403);
    expect((await grace.get(`/rooms/${closed.id}/members`)).status).toBe(404);
  });

  it('are brought into a private room by its moderators alone', async () => {
    const room = await server.createRoom(ada, { kind: 'private' }, [grace]);
    expect((await grace.post(`/rooms/${room.id}/members`, { userId: joan.id })).status).toBe(403);
    expect((await joan.post(`/rooms/${room.id}/members`, { userId: joan.id })).status).toBe(404);
    expect((await joan.post(`/rooms/${room.id}/join`)).status).toBe(404);
    const answer = await ada.post(`/rooms/${room.id}/members`, { userId: joan.id });
    expect(answer.status).toBe(201);
    expect(answer.read(Member)).toMatchObject({ user: joan.user, role: 'member', leftAt: null });
    expect((await fresh(joan, room)).me?.role).toBe('member');
  });

  it('are brought into a public room by every member, and stay as they are when they are there', async () => {
    const room = await server.createRoom(ada, {}, [grace]);
    const added = await grace.post(`/rooms/${room.id}/members`, { userId: joan.id });
    const again = await grace.post(`/rooms/${room.id}/members`, { userId: joan.id });
    expect(again.status).toBe(201);
    expect(again.read(Member)).toEqual(added.read(Member));
    expect((await fresh(ada, room)).memberCount).toBe(3);
    expect((await ada.post(`/rooms/${room.id}/members`, { userId: 'nobody' })).problem.errors?.[0]?.path).toBe(
      'userId',
    );
  });

  it('are removed by who stands above them, and lose sight of a private room', async () => {
    const room = await server.createRoom(ada, { kind: 'private' }, [grace, joan]);
    expect((await grace.delete(`/rooms/${room.id}/members/${joan.id}`)).status).toBe(403);
    expect((await grace.delete(`/rooms/${room.id}/members/${ada.id}`)).status).toBe(403);
    expect((await ada.delete(`/rooms/${room.id}/members/${joan.id}`)).status).toBe(204);
    expect((await joan.get(`/rooms/${room.id}`)).status).toBe(404);
    expect((await ada.delete(`/rooms/${room.id}/members/${joan.id}`)).status).toBe(404);
    expect(toldOf(room, 0).at(-1)).toEqual([joan.id, { type: 'room.removed', roomId: room.id }]);
  });

  it('leave when they remove themselves', async () => {
    const room = await server.createRoom(ada, {}, [grace]);
    expect((await grace.delete(`/rooms/${room.id}/members/${grace.id}`)).status).toBe(204);
    expect((await fresh(grace, room)).me).toBeNull();
  });

  it('are counted right when many come and go at once', async () => {
    const room = await server.createRoom(ada);
    await Promise.all([grace, joan, grace, joan].map((person) => person.post(`/rooms/${room.id}/join`)));
    expect((await fresh(ada, room)).memberCount).toBe(3);
    await Promise.all([grace, grace, joan].map((person) => person.post(`/rooms/${room.id}/leave`)));
    expect(await fresh(ada, room)).toMatchObject({ memberCount: 1, rev: room.rev + 8 });
  });

  describe('with roles', () => {
    const setRole = (actor: Person, { id }: Room, person: Person, role: unknown) =>
      actor.patch(`/rooms/${id}/members/${person.id}`, { role });

    it('are made admins by the owner, and members again, one revision each', async () => {
      const room = await server.createRoom(ada, {}, [grace]);
      const start = server.told.length;
      const promoted = await setRole(ada, room, grace, 'admin');
      expect(promoted.status).toBe(200);
      expect(promoted.read(Member)).toMatchObject({ user: grace.user, role: 'admin' });
      expect((await setRole(ada, room, grace, 'admin')).read(Member)).toEqual(promoted.read(Member));
      await setRole(ada, room, grace, 'member');
      const told = toldOf(room, start);
      expect(told.map(([audience, { type }]) => [audience, type])).toEqual(Array(2).fill(['room', 'member.updated']));
      expect(await fresh(grace, room)).toMatchObject({ rev: room.rev + 2, me: { role: 'member' } });
    });

    it('take the room over from the owner, who becomes an admin', async () => {
      const room = await server.createRoom(ada, {}, [grace]);
      expect((await setRole(ada, room, grace, 'owner')).read(Member).role).toBe('owner');
      const roles = (await membersOf(ada, room)).map(({ user, role }) => [user.id, role]);
      expect(roles).toEqual([
        [ada.id, 'admin'],
        [grace.id, 'owner'],
      ]);
      expect((await setRole(ada, room, grace, 'member')).status).toBe(403);
    });

    it('are the owner’s to give, to others who are there, in a room that has roles', async () => {
      const room = await server.createRoom(ada, { kind: 'private' }, [grace]);
      const direct = (await ada.post('/rooms/direct', { userId: grace.id })).read(Room);
      expect((await setRole(grace, room, ada, 'member')).status).toBe(403);
      expect((await setRole(ada, room, ada, 'member')).status).toBe(403);
      expect((await setRole(ada, room, joan, 'admin')).status).toBe(404);
      expect((await setRole(joan, room, joan, 'owner')).status).toBe(404);
      expect((await setRole(ada, direct, grace, 'admin')).status).toBe(403);
      expect((await setRole(ada, room, grace, 'boss')).problem.errors?.[0]?.path).toBe('role');
    });

    it('hand the room on once when it is done twice at once', async () => {
      const room = await server.createRoom(ada, {}, [grace, joan]);
      await Promise.all([setRole(ada, room, grace, 'owner'), setRole(ada, room, joan, 'owner')]);
      const roles = (await membersOf(ada, room)).map(({ role }) => role);
      expect(roles.filter((role) => role === 'owner')).toHaveLength(1);
    });
  });
});
