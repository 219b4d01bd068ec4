import { randomUUID } from 'node:crypto';
import { MessagesAnswer, Room, type Event } from '#shared';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { expect } from 'vitest';
import { MemberEntity } from '../../src/rooms/member.entity.js';
import type { Answer } from './client.js';
import type { Person } from './person.js';
import { Reader } from './reader.js';
import { SocketClient } from './socket-client.js';

/** Something that happens around a room, at one of the instances (`via`). */
export type Step =
  | { readonly do: 'send' | 'edit' | 'delete'; readonly by: number; readonly at: number; readonly via: number }
  | { readonly do: 'drop' | 'connect' | 'settle'; readonly via: number }
  | { readonly do: 'move'; readonly how: (typeof MOVES)[number]; readonly via: number };

/** What becomes of Eve, by herself or by Ada. */
const MOVES = ['leave', 'join', 'remove', 'add'] as const;

/** Any step, at any of so many instances. */
export function step(instances: number): fc.Arbitrary<Step> {
  const via = fc.nat(instances - 1);
  const ofMessages = <D extends string>(...names: D[]) =>
    fc.record({ do: fc.constantFrom(...names), by: fc.nat(1), at: fc.nat(), via });
  const others = <D extends string>(...names: D[]) => fc.record({ do: fc.constantFrom(...names), via });
  return fc.oneof(
    { weight: 6, arbitrary: ofMessages('send') },
    { weight: 3, arbitrary: ofMessages('edit', 'delete') },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), how: fc.constantFrom(...MOVES), via }) },
    { weight: 4, arbitrary: others('drop', 'connect', 'settle') },
  );
}

export interface Cast {
  /** Writes, and owns the room. */
  readonly ada: Person;
  /** Writes and reads, and loses the connection again and again: it is his state that has to be right. */
  readonly ben: Person;
  /** Comes and goes, of her own will or of Ada's, and listens at every instance all the time. */
  readonly eve: Person;
}

/** A room, the three who are in it, and what they were told. Shared by the tests on one instance and on several. */
export class Commotion {
  /** The revision of Eve's going, while she is out. */
  private eveLeftAt: number | null = 0;
  private readonly eves: SocketClient[] = [];
  private readonly reader: Reader;
  /** What is being written: nobody waits for it before the next step. */
  private readonly underWay: Promise<void>[] = [];

  private constructor(
    private readonly cast: Cast,
    private readonly urls: readonly string[],
    private readonly roomId: string,
    private readonly database: DataSource,
  ) {
    this.reader = new Reader(cast.ben);
  }

  /**
   * @param roomId a public room of Ada's and Ben's
   * @param database that of the instances, which alone knows the revision of each coming and going
   */
  static async begin(cast: Cast, urls: readonly string[], roomId: string, database: DataSource): Promise<Commotion> {
    const commotion = new Commotion(cast, urls, roomId, database);
    await commotion.reader.hold(roomId);
    for (const url of urls) commotion.eves.push(await SocketClient.connect(url, { token: cast.eve.token }));
    return commotion;
  }

  /** Takes a step; what it writes goes on beside the next ones, until `expectCaughtUp`. */
  async take(each: Step): Promise<void> {
    const { ada, ben } = this.cast;
    const url = this.urls[each.via] ?? '';
    switch (each.do) {
      case 'send':
        this.goOn(this.send((each.by ? ada : ben).at(url), `message ${each.at}`));
        break;
      case 'edit':
      case 'delete':
        this.goOn(this.revise(each.do, (each.by ? ada : ben).at(url), each.at));
        break;
      case 'drop':
        this.reader.drop();
        break;
      case 'connect':
        await this.reader.connect(url);
        break;
      case 'settle':
        await this.reader.settle();
        break;
      case 'move':
        await this.moveEve(each.how, url);
    }
  }

  /** What Ben holds, after all that he missed and caught up with, is what he would get if he loaded the room afresh. */
  async expectCaughtUp(): Promise<void> {
    await Promise.all(this.underWay.splice(0));
    if (this.reader.isConnected) await this.expectLiveLog();
    await this.reader.connect(this.urls[0]);
    await this.reader.expectFresh(this.roomId);
    await this.expectEveHeardWhatSheMay();
  }

  /** Without a new connection too: what is heard live is the whole log. */
  private async expectLiveLog(): Promise<void> {
    const { rev } = (await this.cast.ben.get(`/rooms/${this.roomId}`)).read(Room);
    const heardRev = () => this.reader.settle().then(() => this.reader.roomState(this.roomId).room.rev);
    await expect.poll(heardRev, { timeout: 10_000 }).toBe(rev);
    const { items } = (await this.cast.ben.get(`/rooms/${this.roomId}/messages?limit=200`)).read(MessagesAnswer);
    expect(this.reader.roomState(this.roomId).log).toEqual(items);
  }

  end(): void {
    this.reader.drop();
    for (const client of this.eves) client.close();
  }

  private goOn(writing: Promise<void>): void {
    // What fails is heard of where it is awaited.
    writing.catch(() => undefined);
    this.underWay.push(writing);
  }

  private async send(person: Person, body: string): Promise<void> {
    const answer = await person.say(this.roomId, body);
    expect(answer.status).toBe(201);
  }

  private async revise(what: 'edit' | 'delete', person: Person, at: number): Promise<void> {
    const { items } = (await person.get(`/rooms/${this.roomId}/messages`)).read(MessagesAnswer);
    const message = items.at(at % Math.max(1, items.length));
    if (!message) return;
    const path = `/rooms/${this.roomId}/messages/${message.id}`;
    await (what === 'edit' ? person.patch(path, { body: `edited ${at}` }) : person.delete(path));
  }

  private moveEve(how: (typeof MOVES)[number], url: string): Promise<void> {
    const [ada, eve, room] = [this.cast.ada.at(url), this.cast.eve.at(url), `/rooms/${this.roomId}`];
    switch (how) {
      case 'leave':
        return this.goes(url, eve.post(`${room}/leave`));
      case 'remove':
        return this.goes(url, ada.delete(`${room}/members/${eve.id}`));
      case 'join':
        return this.comes(() => eve.post(`${room}/join`));
      case 'add':
        return this.comes(() => ada.post(`${room}/members`, { userId: eve.id }));
    }
  }

  /** Whatever happens in the room from here on is none of Eve's business, on no instance and in no way of asking. */
  private async goes(url: string, going: Promise<Answer>): Promise<void> {
    const answer = await going;
    if (answer.status !== 204) return;
    this.eveLeftAt = await this.revOfEve();
    const eve = this.cast.eve.at(url);
    expect((await eve.get(`/rooms/${this.roomId}/changes?since=0`)).status).toBe(403);
    expect((await eve.get(`/rooms/${this.roomId}/messages`)).status).toBe(403);
  }

  private async comes(come: () => Promise<Answer>): Promise<void> {
    await this.expectEveHeardNothing();
    expect([200, 201]).toContain((await come()).status);
    this.eveLeftAt = null;
  }

  private async expectEveHeardNothing(): Promise<void> {
    const { eveLeftAt } = this;
    if (eveLeftAt === null) return;
    await Promise.all(this.eves.map((client) => client.settled()));
    const isForeign = (event: Event) => 'rev' in event && event.roomId === this.roomId && event.rev > eveLeftAt;
    expect(this.eves.flatMap((client) => client.events.filter(isForeign))).toEqual([]);
  }

  /** The revision of her last coming or going: she makes one step at a time. */
  private async revOfEve(): Promise<number> {
    const key = { roomId: this.roomId, userId: this.cast.eve.id };
    return (await this.database.getRepository(MemberEntity).findOneByOrFail(key)).rev;
  }

  /** While she is out she hears nothing; once she is back, at every instance what is said from then on. */
  private async expectEveHeardWhatSheMay(): Promise<void> {
    const { ada, eve } = this.cast;
    await this.comes(() => eve.post(`/rooms/${this.roomId}/join`));
    const body = `good to have you back ${randomUUID()}`;
    await this.send(ada, body);
    // Where her coming was not heard of before, the room that she is told of has it already.
    const tellsOfIt = (event: Event) =>
      (event.type === 'message.created' && event.message.body === body) ||
      (event.type === 'room.added' && event.room.lastMessage?.body === body);
    const hear = () => this.eves.map((client) => client.events.some(tellsOfIt));
    await expect.poll(hear, { timeout: 15_000 }).toEqual(this.eves.map(() => true));
  }
}
