import { randomUUID } from 'node:crypto';
import {
  Changes,
  MemberPage,
  MessagesAnswer,
  Room,
  applyChanges,
  applyEvent,
  applyHeads,
  applyHistory,
  emptyState,
  isBehind,
  roomState,
  type ChatState,
  type RoomState,
} from '#shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { TestServer } from './support/server.js';
import { SocketClient } from './support/socket-client.js';

/** A client as the contract wants one: it folds events, and asks for changes where it has missed something. */
class Reader {
  state: ChatState;
  private socket: SocketClient | undefined;
  private folded = 0;

  constructor(private readonly person: Person) {
    this.state = emptyState(person.id);
  }

  async hold(roomId: string): Promise<void> {
    const room = (await this.person.get(`/rooms/${roomId}`)).read(Room);
    this.state = { ...this.state, rooms: { [roomId]: roomState(room) } };
    const history = (await this.person.get(`/rooms/${roomId}/messages?limit=200`)).read(MessagesAnswer);
    this.state = applyHistory(this.state, roomId, history.items);
    const members = (await this.person.get(`/rooms/${roomId}/members`)).read(MemberPage).items;
    const byId = Object.fromEntries(members.map((member) => [member.user.id, member]));
    this.state = { ...this.state, rooms: { [roomId]: { ...this.roomState(roomId), members: byId } } };
  }

  async connect(): Promise<void> {
    this.socket = await SocketClient.connect(this.person.url, { cookie: this.person.cookie ?? '' });
    this.folded = 0;
    this.state = applyHeads(this.state, this.socket.ready.heads);
    await this.catchUp();
  }

  drop(): void {
    this.socket?.close();
    this.socket = undefined;
  }

  /** Takes in all that the server has said so far. */
  async settle(): Promise<void> {
    await this.socket?.settled();
    for (const event of this.socket?.events.slice(this.folded) ?? []) this.state = applyEvent(this.state, event);
    this.folded = this.socket?.events.length ?? 0;
    await this.catchUp();
  }

  private async catchUp(): Promise<void> {
    for (const [roomId, held] of Object.entries(this.state.rooms)) {
      if (!isBehind(held)) continue;
      const changes = await this.person.get(`/rooms/${roomId}/changes?since=${held.room.rev}`);
      this.state = applyChanges(this.state, changes.read(Changes));
    }
  }

  roomState(roomId: string): RoomState {
    const held = this.state.rooms[roomId];
    if (!held) throw new Error('the room is not held');
    return held;
  }
}

type Step =
  | { readonly do: 'send' | 'edit' | 'delete'; readonly by: number; readonly at: number }
  | { readonly do: 'leave' | 'join' }
  | { readonly do: 'drop' | 'connect' | 'settle' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), by: fc.nat(1), at: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const), by: fc.nat(1), at: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'join' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('drop' as const, 'connect' as const, 'settle' as const) }) },
);

describe('catching up', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let eve: Person;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben, eve] = [await server.register('ada'), await server.register('ben'), await server.register('eve')];
  });
  afterAll(() => server.stop());

  const send = (person: Person, room: Room, body: string) =>
    person.post(`/rooms/${room.id}/messages`, { clientId: randomUUID(), body });
  const changesOf = async (person: Person, room: Room, since: number) =>
    (await person.get(`/rooms/${room.id}/changes?since=${since}`)).read(Changes);

  it('makes of stale state and events what a fresh fetch shows, whatever was missed in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const room = await server.createRoom(ada, { kind: 'public' }, [ben]);
        const reader = new Reader(ben);
        await reader.hold(room.id);
        for (const each of steps) await take(each, room, reader);
        await reader.connect();
        await reader.settle();

        const fresh = new Reader(ben);
        await fresh.hold(room.id);
        expect(reader.roomState(room.id)).toEqual(fresh.roomState(room.id));
        reader.drop();
      }),
      { numRuns: 25 },
    );
  });

  async function take(each: Step, room: Room, reader: Reader): Promise<unknown> {
    switch (each.do) {
      case 'send':
        return send(each.by ? ada : ben, room, `message ${each.at}`);
      case 'edit':
      case 'delete':
        return revise(each.do, each.by ? ada : ben, each.at, room);
      case 'leave':
        return eve.post(`/rooms/${room.id}/leave`);
      case 'join':
        return eve.post(`/rooms/${room.id}/join`);
      case 'drop':
        return reader.drop();
      case 'connect':
        return reader.connect();
      case 'settle':
        return reader.settle();
    }
  }

  async function revise(what: 'edit' | 'delete', person: Person, at: number, room: Room): Promise<void> {
    const { items } = (await person.get(`/rooms/${room.id}/messages`)).read(MessagesAnswer);
    const message = items.at(at % Math.max(1, items.length));
    if (!message) return;
    const path = `/rooms/${room.id}/messages/${message.id}`;
    await (what === 'edit' ? person.patch(path, { body: `edited ${at}` }) : person.delete(path));
  }

  it('tells what is newer than a revision, and no more', async () => {
    const room = await server.createRoom(ada, {}, [ben]);
    await send(ada, room, 'old');
    const { rev } = (await ben.get(`/rooms/${room.id}`)).read(Room);
    await send(ada, room, 'new');
    await eve.post(`/rooms/${room.id}/join`);
    const changes = await changesOf(ben, room, rev);
    expect(changes.messages.map(({ body }) => body)).toEqual(['new']);
    expect(changes.members.map(({ user }) => user.username)).toEqual(['eve']);
    expect(changes).toMatchObject({ limited: false, room: { id: room.id, memberCount: 3, lastSeq: 2 } });
    expect(await changesOf(ben, room, changes.room.rev)).toMatchObject({ messages: [], members: [] });
  });

  it('says that it is too much past 500 changes', async () => {
    const room = await server.createRoom(ada);
    const { rev } = (await ada.get(`/rooms/${room.id}`)).read(Room);
    const socket = await SocketClient.connect(server.url, { token: ada.token });
    const burst = Array.from({ length: 501 }, (_, index) => ({ clientId: randomUUID(), body: `${index}` }));
    await Promise.all(burst.map((message) => socket.request('message:send', { roomId: room.id, ...message })));
    socket.close();
    expect(await changesOf(ada, room, rev)).toMatchObject({ limited: true, messages: [], members: [] });
    expect((await changesOf(ada, room, rev + 1)).messages).toHaveLength(500);
  });

  it('tells nothing to who has left', async () => {
    const hall = await server.createRoom(ada, { kind: 'private' }, [ben]);
    await ben.post(`/rooms/${hall.id}/leave`);
    expect((await ben.get(`/rooms/${hall.id}/changes?since=0`)).status).toBe(404);
    expect((await ben.get(`/rooms/${hall.id}/messages`)).status).toBe(404);
  });

  it.each(['', '?since=x', '?since=-1', '?since=1&all=true'])('refuses changes%s', async (query) => {
    const room = await server.createRoom(ada);
    expect((await ada.get(`/rooms/${room.id}/changes${query}`)).status).toBe(400);
  });
});
