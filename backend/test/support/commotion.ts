import { randomUUID } from 'node:crypto';
import { MessagesAnswer, Room, type Event } from '#shared';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Person } from './person.js';
import { Reader } from './reader.js';
import { SocketClient } from './socket-client.js';

/** Something that happens around a room, at one of the instances (`via`). */
export type Step =
  | { readonly do: 'send' | 'edit' | 'delete'; readonly by: number; readonly at: number; readonly via: number }
  | { readonly do: 'leave' | 'join' | 'drop' | 'connect' | 'settle'; readonly via: number };

/** Any step, at any of so many instances. */
export function step(instances: number): fc.Arbitrary<Step> {
  const via = fc.nat(instances - 1);
  const ofMessages = <D extends string>(...names: D[]) =>
    fc.record({ do: fc.constantFrom(...names), by: fc.nat(1), at: fc.nat(), via });
  const others = <D extends string>(...names: D[]) => fc.record({ do: fc.constantFrom(...names), via });
  return fc.oneof(
    { weight: 6, arbitrary: ofMessages('send') },
    { weight: 3, arbitrary: ofMessages('edit', 'delete') },
    { weight: 2, arbitrary: others('leave', 'join') },
    { weight: 4, arbitrary: others('drop', 'connect', 'settle') },
  );
}

export interface Cast {
  /** Writes. */
  readonly ada: Person;
  /** Writes and reads, and loses the connection again and again: it is his state that has to be right. */
  readonly ben: Person;
  /** Comes and goes, and listens at every instance all the time. */
  readonly eve: Person;
}

/** A room, the three who are in it, and what they were told. Shared by the tests on one instance and on several. */
export class Commotion {
  /** The revision at which Eve was last seen to have left, while she is out. */
  private eveLeftAt: number | null = 0;
  private readonly eves: SocketClient[] = [];
  private readonly reader: Reader;
  /** What is being written: nobody waits for it before the next step. */
  private readonly underWay: Promise<void>[] = [];

  private constructor(
    private readonly cast: Cast,
    private readonly urls: readonly string[],
    private readonly roomId: string,
  ) {
    this.reader = new Reader(cast.ben);
  }

  /** @param roomId a public room of Ada's and Ben's */
  static async begin(cast: Cast, urls: readonly string[], roomId: string): Promise<Commotion> {
    const commotion = new Commotion(cast, urls, roomId);
    await commotion.reader.hold(roomId);
    for (const url of urls) commotion.eves.push(await SocketClient.connect(url, { token: cast.eve.token }));
    return commotion;
  }

  /** Takes a step; what it writes goes on beside the next ones, until `expectCaughtUp`. */
  async take(each: Step): Promise<void> {
    const { ada, ben, eve } = this.cast;
    const url = this.urls[each.via] ?? '';
    switch (each.do) {
      case 'send':
        this.goOn(this.send((each.by ? ada : ben).at(url), `message ${each.at}`));
        break;
      case 'edit':
      case 'delete':
        this.goOn(this.revise(each.do, (each.by ? ada : ben).at(url), each.at));
        break;
      case 'leave':
        await this.leave(eve.at(url));
        break;
      case 'join':
        await this.join(eve.at(url));
        break;
      case 'drop':
        this.reader.drop();
        break;
      case 'connect':
        await this.reader.connect(url);
        break;
      case 'settle':
        await this.reader.settle();
    }
  }

  /** What Ben holds, after all that he missed and caught up with, is what he would get if he loaded the room afresh. */
  async expectCaughtUp(): Promise<void> {
    await Promise.all(this.underWay.splice(0));
    if (this.reader.isConnected) await this.expectLiveLog();
    await this.reader.connect(this.urls[0]);
    await this.reader.expectFresh(this.roomId);
    this.expectEveHeardNothing(Infinity);
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
    const answer = await person.post(`/rooms/${this.roomId}/messages`, { clientId: randomUUID(), body });
    expect(answer.status).toBe(201);
  }

  private async revise(what: 'edit' | 'delete', person: Person, at: number): Promise<void> {
    const { items } = (await person.get(`/rooms/${this.roomId}/messages`)).read(MessagesAnswer);
    const message = items.at(at % Math.max(1, items.length));
    if (!message) return;
    const path = `/rooms/${this.roomId}/messages/${message.id}`;
    await (what === 'edit' ? person.patch(path, { body: `edited ${at}` }) : person.delete(path));
  }

  /** Whatever happens in the room from here on is none of Eve's business, on no instance and in no way of asking. */
  private async leave(eve: Person): Promise<void> {
    const answer = await eve.post(`/rooms/${this.roomId}/leave`);
    if (answer.status !== 204) return;
    this.eveLeftAt = (await this.cast.ada.get(`/rooms/${this.roomId}`)).read(Room).rev;
    expect((await eve.get(`/rooms/${this.roomId}/changes?since=0`)).status).toBe(403);
    expect((await eve.get(`/rooms/${this.roomId}/messages`)).status).toBe(403);
  }

  private async join(eve: Person): Promise<void> {
    this.expectEveHeardNothing((await this.cast.ada.get(`/rooms/${this.roomId}`)).read(Room).rev);
    await eve.post(`/rooms/${this.roomId}/join`);
    this.eveLeftAt = null;
  }

  /** @param until the revision before which she has not come back */
  private expectEveHeardNothing(until: number): void {
    const { eveLeftAt } = this;
    if (eveLeftAt === null) return;
    const isForeign = (event: Event) =>
      'rev' in event && event.roomId === this.roomId && event.rev > eveLeftAt && event.rev <= until;
    expect(this.eves.flatMap((client) => client.events.filter(isForeign))).toEqual([]);
  }
}
