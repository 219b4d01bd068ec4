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
  type ReceiptPayload,
  type RoomState,
} from '#shared';
import { expect } from 'vitest';
import type { Person } from './person.js';
import { SocketClient } from './socket-client.js';

/** A client as the contract wants one: it folds events, and asks for changes where it has missed something. */
export class Reader {
  state: ChatState;
  /** All that it was ever told over its sockets. */
  readonly heard: SocketClient['events'] = [];
  private socket: SocketClient | undefined;
  private folded = 0;

  /** @param person as signed in on one of the instances, any of which may be connected to */
  constructor(private readonly person: Person) {
    this.state = emptyState(person.id);
  }

  /** Loads a room afresh, as one that is opened for the first time. */
  async hold(roomId: string): Promise<void> {
    const room = (await this.person.get(`/rooms/${roomId}`)).read(Room);
    this.state = { ...this.state, rooms: { [roomId]: roomState(room) } };
    const history = (await this.person.get(`/rooms/${roomId}/messages?limit=200`)).read(MessagesAnswer);
    this.state = applyHistory(this.state, roomId, history.items);
    const members = (await this.person.get(`/rooms/${roomId}/members`)).read(MemberPage).items;
    const byId = Object.fromEntries(members.map((member) => [member.user.id, member]));
    this.state = { ...this.state, rooms: { [roomId]: { ...this.roomState(roomId), members: byId } } };
  }

  async connect(url = this.person.url): Promise<void> {
    this.drop();
    this.socket = await SocketClient.connect(url, { token: this.person.token });
    this.folded = 0;
    this.state = applyHeads(this.state, this.socket.ready.heads);
    await this.catchUp();
  }

  /** Stops reading, and takes it up again. */
  pause(): void {
    this.socket?.pause();
  }

  resume(): void {
    this.socket?.resume();
  }

  /** Resolves with the close code when the server has closed the connection. */
  async closed(): Promise<number | undefined> {
    await this.socket?.closed();
    return this.socket?.code;
  }

  drop(): void {
    this.fold();
    this.socket?.close();
    this.socket = undefined;
  }

  /** Sends a receipt, if it is connected. */
  async tell(name: 'receipt:read' | 'receipt:delivered', payload: ReceiptPayload): Promise<void> {
    await this.ask((socket) => socket.request(name, payload));
  }

  get isConnected(): boolean {
    return this.socket?.socket.connected === true;
  }

  /** Takes in all that the server has said so far. */
  async settle(): Promise<void> {
    await this.ask((socket) => socket.settled());
    this.fold();
    await this.catchUp();
  }

  roomState(roomId: string): RoomState {
    const held = this.state.rooms[roomId];
    if (!held) throw new Error('the room is not held');
    return held;
  }

  /** What is held of the room is what one gets who loads it now; the window may be longer. */
  async expectFresh(roomId: string): Promise<void> {
    const fresh = new Reader(this.person);
    await fresh.hold(roomId);
    const { log, ...rest } = this.roomState(roomId);
    const expected = fresh.roomState(roomId);
    expect({ ...rest, log: log.slice(-expected.log.length) }).toEqual(expected);
  }

  /** What was asked over a connection that has been given up meanwhile is answered by nobody. */
  private async ask(asking: (socket: SocketClient) => Promise<unknown>): Promise<void> {
    const { socket } = this;
    if (!socket) return;
    await asking(socket).catch((error: unknown) => {
      if (this.socket === socket) throw error;
    });
  }

  private fold(): void {
    const news = this.socket?.events.slice(this.folded) ?? [];
    for (const event of news) this.state = applyEvent(this.state, event);
    this.heard.push(...news);
    this.folded += news.length;
  }

  /** Too much is loaded afresh. */
  private async take(changes: Changes): Promise<void> {
    this.state = applyChanges(this.state, changes);
    if (changes.limited) await this.hold(changes.room.id);
  }

  private async catchUp(): Promise<void> {
    for (const [roomId, held] of Object.entries(this.state.rooms)) {
      if (!isBehind(held)) continue;
      const changes = await this.person.get(`/rooms/${roomId}/changes?since=${held.room.rev}`);
      if (changes.status === 200) await this.take(changes.read(Changes));
    }
  }
}
