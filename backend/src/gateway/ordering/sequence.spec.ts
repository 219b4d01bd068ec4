import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DurableEvent, EventOf, Room } from '#shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BusMessage } from '../../events/event-bus.js';
import type { ChangesService } from '../../messages/changes.service.js';
import type { Audience } from '../audience.js';
import type { Departure } from './departures.js';
import { Moves } from './moves.js';
import { Sequence } from './sequence.js';

const roomId = 'hall';

const message = (rev: number) => ({ type: 'message.created', roomId, rev }) as EventOf<'message.created'>;
const member = (userId: string, rev: number, leftAt: string | null) =>
  ({ type: 'member.updated', roomId, rev, member: { user: { id: userId }, leftAt } }) as EventOf<'member.updated'>;
const left = (userId: string, rev: number) => member(userId, rev, '2026-11-28T12:00:00.000Z');
const came = (userId: string, rev: number) => member(userId, rev, null);

const inRoom = (...events: DurableEvent[]): BusMessage => ({ to: 'room', roomId, events });
const added = (userId: string, rev: number): BusMessage => {
  const room = { id: roomId, rev } as Room;
  return { to: 'user', userId, events: [{ type: 'room.added', room }] };
};
const removed = (userId: string, leftAt?: number): BusMessage => ({
  to: 'user',
  userId,
  events: [{ type: 'room.removed', roomId }],
  ...(leftAt !== undefined && { leftAt }),
});

/** What is durable, as it is when each of the two questions is asked; something may happen between them. */
class Durable {
  readonly events: DurableEvent[] = [];
  readonly departures: Departure[] = [];
  questions = 0;
  between: () => void = () => undefined;

  eventsSince = (_room: string, rev: number) => this.answer(this.events.filter((event) => event.rev > rev));
  departuresSince = (_room: string, rev: number) => this.answer(this.departures.filter((event) => event.rev > rev));

  private async answer<T>(found: T): Promise<T> {
    await turn();
    this.questions += 1;
    if (this.questions % 2 === 1) this.between();
    return found;
  }
}

describe('what is told of a room', () => {
  let durable: Durable;
  let here: Set<string>;
  let sequence: Sequence;
  let sent: BusMessage[];

  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(true));

  beforeEach(() => {
    durable = new Durable();
    here = new Set([`room:${roomId}`, 'user:ada', 'user:eve']);
    const audience = { hears: (name: string) => here.has(name) } as Audience;
    sequence = new Sequence(durable as unknown as ChangesService, new Moves(), audience);
    sent = [];
    sequence.begin((each) => sent.push(each));
    sequence.enter('ada', roomId, 9);
  });

  const read = () =>
    expect
      .poll(() => durable.questions % 2 === 0 && durable.questions > 0)
      .toBe(true)
      .then(() => turn());
  const revsSent = () =>
    sent
      .flatMap((each) => ('events' in each ? each.events : []))
      .flatMap((event) => ('rev' in event ? [event.rev] : []));

  it('goes out at once where it continues what was told', () => {
    sequence.take(inRoom(message(10)));
    sequence.take(inRoom(message(11), message(12)));
    expect(sent).toEqual([inRoom(message(10)), inRoom(message(11), message(12))]);
  });

  it('waits for a missing part, which is read once, with what comes meanwhile', async () => {
    durable.events.push(message(10), message(11), message(12));
    sequence.take(inRoom(message(12)));
    sequence.take(inRoom(message(13)));
    await read();
    expect(revsSent()).toEqual([10, 11, 12, 13]);
    expect(durable.questions).toBe(2);
  });

  it('is told again and again what is missing, where another part is while the first is read', async () => {
    durable.events.push(message(10), message(11));
    durable.between = () => {
      durable.between = () => undefined;
      durable.events.push(message(12), message(13));
      sequence.take(inRoom(message(13)));
    };
    sequence.take(inRoom(message(11)));
    await expect.poll(() => durable.questions).toBe(4);
    await turn();
    expect(revsSent()).toEqual([10, 11, 12, 13]);
  });

  it('is nothing while the missing part cannot be read, and all of it once it can', async () => {
    const { eventsSince } = durable;
    durable.eventsSince = () => Promise.reject(new Error('the database is away'));
    sequence.take(inRoom(message(11)));
    await expect.poll(() => sequence.doubtful).toBe(1);
    await turn();
    expect(sent).toEqual([]);
    durable.eventsSince = eventsSince;
    durable.events.push(message(10), message(11));
    await sequence.catchUp(roomId, 11);
    expect(revsSent()).toEqual([10, 11]);
  });

  it('is not what somebody made up: of that the database knows nothing', async () => {
    sequence.take(inRoom(message(1_000_000)));
    await read();
    sequence.take(inRoom(message(10)));
    expect(sent).toEqual([inRoom(message(10))]);
  });

  it('is heard by a leaver up to the leaving, also where that falls between the questions to the database', async () => {
    durable.between = () => {
      durable.events.push(message(11), message(12));
      durable.departures.push({ userId: 'eve', rev: 11 });
    };
    durable.events.push(message(10));
    await sequence.catchUp(roomId, 10);
    await sequence.catchUp(roomId, 12);
    expect(sent.findIndex((each) => each.to === 'user')).toBeLessThan(
      sent.findIndex((each) => 'events' in each && each.events.some((event) => 'rev' in event && event.rev === 12)),
    );
    expect(sent).toContainEqual(removed('eve'));
  });

  it('takes nobody out who has come back before it is told', () => {
    sequence.take(removed('eve', 10));
    sequence.take(added('eve', 13));
    sequence.take(inRoom(left('eve', 10), message(11)));
    sequence.take(inRoom(came('eve', 12), message(13)));
    expect(sent.filter(({ to }) => to === 'user')).toEqual([removed('eve', 10), added('eve', 13)]);
    expect(revsSent()).toEqual([10, 11, 12, 13]);
  });

  it('takes nobody out who has come back on another instance, whatever is heard first', () => {
    sequence.take(added('eve', 13));
    sequence.take(removed('eve', 10));
    sequence.take(inRoom(left('eve', 10), message(11), came('eve', 12), message(13)));
    sequence.take(removed('eve', 10));
    expect(sent.filter(({ to }) => to === 'user')).toEqual([added('eve', 13)]);
  });

  it('takes nobody out whose new socket knows that they are back', () => {
    sequence.enter('eve', roomId, 13);
    sequence.take(inRoom(left('eve', 10), message(11), came('eve', 12), message(13)));
    expect(sent.filter(({ to }) => to === 'user')).toEqual([]);
  });

  it('takes out who leaves again after a coming back', () => {
    sequence.take(added('eve', 13));
    sequence.take(inRoom(left('eve', 10), message(11), came('eve', 12), message(13), left('eve', 14), message(15)));
    const out = sent.findIndex(({ to }, index) => to === 'user' && index > 0);
    expect(sent.slice(out)).toEqual([removed('eve'), inRoom(message(15))]);
  });

  it('begins where the first who listens begins, and not where somebody came who does not listen here', () => {
    here.clear();
    sequence.forget(roomId);
    sequence.take(added('ben', 3));
    here.add(`room:${roomId}`).add('user:ada');
    sequence.enter('ada', roomId, 900);
    sequence.take(inRoom(message(901)));
    expect(sent).toEqual([added('ben', 3), inRoom(message(901))]);
  });
});
