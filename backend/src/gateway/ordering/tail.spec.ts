import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnitOfWork } from '../../database/unit-of-work.js';
import type { BusHealth, EventBus } from '../../events/event-bus.js';
import type { Reconciliation } from './reconciliation.js';
import type { Sequence } from './sequence.js';
import { Tail } from './tail.js';

describe("the database's tail", () => {
  const behind = [{ roomId: 'hall', rev: 12 }];
  let asked: string[];
  let rooms: typeof behind;
  let bus: { health: BusHealth; losses: number; settled: () => Promise<void> };
  let unitOfWork: { doubtful: number };
  let sequence: { doubtful: number };
  let look: () => Promise<void>;
  let tail: Tail;

  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(true));

  beforeEach(() => {
    vi.useFakeTimers();
    [asked, rooms] = [[], []];
    bus = { health: 'ok', losses: 0, settled: () => Promise.resolve() };
    [unitOfWork, sequence] = [{ doubtful: 0 }, { doubtful: 0 }];
    look = () => Promise.resolve();
    const reconciliation = {
      ofMembers: () => Promise.resolve(asked.push('members')),
      roomsBehind: async (roomIds?: string[]) => {
        asked.push(roomIds ? `rooms ${roomIds.join()}` : 'rooms');
        await look();
        return rooms;
      },
      catchUp: (found: typeof behind) => Promise.resolve(found.length > 0 && asked.push('read')),
    };
    tail = new Tail(
      bus as unknown as EventBus,
      unitOfWork as UnitOfWork,
      reconciliation as unknown as Reconciliation,
      sequence as Sequence,
    );
    void tail.follow(() => undefined);
  });
  afterEach(() => {
    tail.stop();
    vi.useRealTimers();
  });

  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const count = (what: string) => asked.filter((each) => each === what).length;

  it('asks nothing where there are no other instances, and nothing is in doubt', async () => {
    bus.health = 'alone';
    await passes(60_000);
    expect(asked).toEqual([]);
  });

  it('looks at the rooms once a second while nothing looks amiss, and at the members now and then', async () => {
    await passes(10_000);
    expect(count('rooms')).toBe(10);
    expect(count('members')).toBeLessThan(2);
    await passes(10_000);
    expect(count('members')).toBe(1);
  });

  it('gives the bus a moment for what is behind, before it is read', async () => {
    rooms = behind;
    await passes(250);
    expect(asked).toEqual(['rooms']);
    await passes(250);
    expect(asked).toEqual(['rooms', 'read']);
  });

  it.each([
    ['the others are unheard', () => (bus.health = 'degraded')],
    ['they were lost for a moment, which nobody looked at', () => (bus.losses += 1)],
    ['a write was in doubt', () => (unitOfWork.doubtful += 1)],
    ['a missing part could not be read', () => (sequence.doubtful += 1)],
  ])('reads at once, and four times a second, when %s', async (_what, happens) => {
    rooms = behind;
    happens();
    await passes(1_000);
    expect(asked).toEqual(['members', 'rooms', 'read', 'members', 'rooms', 'read', ...asked.slice(6)]);
    expect(count('read')).toBe(4);
  });

  it('is calm again some seconds after the cause is gone', async () => {
    bus.losses += 1;
    await passes(6_000);
    asked.splice(0);
    await passes(4_000);
    expect(count('rooms')).toBe(4);
  });

  it('goes on after a look that failed, and looks closer', async () => {
    look = () => Promise.reject(new Error('the database is away'));
    await passes(1_000);
    look = () => Promise.resolve();
    asked.splice(0);
    await passes(1_000);
    expect(count('rooms')).toBe(4);
  });

  it('looks at a room that is listened to from now on, once the bus brings what is said of it', async () => {
    let follows: () => void = () => undefined;
    bus.settled = () => new Promise((resolve) => (follows = resolve));
    rooms = behind;
    tail.heed('hall');
    await passes(100);
    expect(asked).toEqual([]);
    follows();
    await passes(0);
    expect(asked).toEqual(['rooms hall', 'read']);
  });
});
