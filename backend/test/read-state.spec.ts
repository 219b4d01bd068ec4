import { LIMITS, MessagesAnswer, Room, type Membership } from '#shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { Reader } from './support/reader.js';
import { TestServer } from './support/server.js';

const BODIES = ['hello', 'hello @ben', '@ada and @ben', 'ben@example.org'] as const;

type Step =
  | { readonly do: 'send'; readonly by: number; readonly body: string }
  | { readonly do: 'edit'; readonly at: number; readonly body: string }
  | { readonly do: 'delete'; readonly at: number }
  | { readonly do: 'read' | 'deliver'; readonly device: number; readonly at: number }
  | { readonly do: 'mark' | 'drop' | 'connect' | 'settle'; readonly device: number };

const body = fc.constantFrom(...BODIES);
const device = fc.nat(1);
const at = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), by: fc.nat(3), body }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), at, body }) },
  fc.record({ do: fc.constant('delete' as const), at }),
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'deliver' as const), device, at }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('mark', 'drop', 'connect', 'settle'), device }),
  },
);

/** A device of Ben's, whose cursors are watched. */
class Device {
  readonly reader: Reader;
  private seen = { readSeq: 0, deliveredSeq: 0 };

  constructor(
    readonly person: Person,
    private readonly roomId: string,
  ) {
    this.reader = new Reader(person);
  }

  get me(): Membership {
    const { me } = this.reader.roomState(this.roomId).room;
    if (!me) throw new Error('Ben is no member');
    return me;
  }

  async settle(): Promise<Membership> {
    await this.reader.settle();
    const { readSeq, deliveredSeq } = this.me;
    expect(readSeq).toBeGreaterThanOrEqual(this.seen.readSeq);
    expect(deliveredSeq).toBeGreaterThanOrEqual(Math.max(this.seen.deliveredSeq, readSeq));
    this.seen = { readSeq, deliveredSeq };
    return this.me;
  }
}

describe('the read state of somebody with two devices', () => {
  let server: TestServer;
  let ada: Person;
  let ben: Person;
  let laptop: Person;

  beforeAll(async () => {
    server = await TestServer.start();
    [ada, ben] = [await server.register('ada'), await server.register('ben')];
    laptop = await server.signIn(ben);
  });
  afterAll(() => server.stop());

  it('is on both what a recount of the log gives, whatever happens, is missed or races', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const room = await server.createRoom(ada, { kind: 'private' }, [ben]);
        const devices = [new Device(ben, room.id), new Device(laptop, room.id)];
        for (const { reader } of devices) await reader.hold(room.id);
        for (const { reader } of devices) await reader.connect();
        // Two by two at once, so that the devices race.
        for (let index = 0; index < steps.length; index += 2) {
          await Promise.all(steps.slice(index, index + 2).map((each) => take(each, room, devices)));
        }
        for (const { reader } of devices) if (!reader.isConnected) await reader.connect();

        const expected = await recounted(room);
        for (const each of devices) await expect.poll(() => each.settle(), { timeout: 5_000 }).toEqual(expected);
        for (const { reader } of devices) reader.drop();
      }),
      { numRuns: 20 },
    );
  });

  /** Ben's membership as the server gives it, with what it counts counted again. */
  async function recounted(room: Room): Promise<Membership> {
    const { me, lastSeq } = (await ben.get(`/rooms/${room.id}`)).read(Room);
    const { items } = (await ben.get(`/rooms/${room.id}/messages?limit=200`)).read(MessagesAnswer);
    if (!me) throw new Error('Ben is no member');
    const unread = items.filter(({ seq }) => seq > me.readSeq);
    const mentions = unread.filter((message) => message.mentions.includes(ben.id)).map(({ seq }) => seq);
    expect(items).toHaveLength(lastSeq);
    return { ...me, unread: unread.length, mentions: mentions.slice(-LIMITS.mentions) };
  }

  async function take(each: Step, room: Room, devices: readonly Device[]): Promise<unknown> {
    const path = `/rooms/${room.id}`;
    switch (each.do) {
      case 'send':
        return (each.by ? ada : ben).say(room.id, each.body);
      case 'edit':
      case 'delete':
        return revise(each, path);
      case 'read':
        return deviceOf(devices, each.device).person.put(`${path}/read`, { seq: await upTo(each.at, path) });
      case 'deliver':
        return deviceOf(devices, each.device).reader.tell('receipt:delivered', {
          roomId: room.id,
          seq: await upTo(each.at, path),
        });
      case 'mark':
        return deviceOf(devices, each.device).person.patch(`${path}/me`, { markedUnread: true });
      case 'drop':
        return deviceOf(devices, each.device).reader.drop();
      case 'connect':
        return deviceOf(devices, each.device).reader.connect();
      case 'settle':
        return deviceOf(devices, each.device).settle();
    }
  }

  /** A place that there is, or the beginning. */
  async function upTo(place: number, path: string): Promise<number> {
    const { lastSeq } = (await ben.get(path)).read(Room);
    return place % (lastSeq + 1);
  }

  async function revise(each: Extract<Step, { do: 'edit' | 'delete' }>, path: string): Promise<void> {
    const { items } = (await ada.get(`${path}/messages`)).read(MessagesAnswer);
    const message = items.filter(({ senderId }) => senderId === ada.id).at(each.at % Math.max(1, items.length));
    if (!message) return;
    const one = `${path}/messages/${message.id}`;
    await (each.do === 'edit' ? ada.patch(one, { body: each.body }) : ada.delete(one));
  }
});

function deviceOf(devices: readonly Device[], index: number): Device {
  const found = devices[index];
  if (!found) throw new Error('there is no such device');
  return found;
}
