import type { DurableEvent } from '#shared';
import { describe, expect, it } from 'vitest';
import { parted } from './departures.js';

const roomId = 'room';
const event = (rev: number) => ({ type: 'room.updated', roomId, rev }) as DurableEvent;
const revs = (...numbers: number[]) => ({ to: 'room' as const, roomId, events: numbers.map(event) });
const out = (userId: string) => ({ to: 'user', userId, events: [{ type: 'room.removed', roomId }] });

describe('what is told of a room that somebody leaves', () => {
  it('is one message while everybody stays', () => {
    expect(parted(revs(4, 5, 6), [])).toEqual([revs(4, 5, 6)]);
  });

  it('is heard by the leaver up to the leaving, and not beyond', () => {
    expect(parted(revs(4, 5, 6), [{ userId: 'eve', rev: 5 }])).toEqual([revs(4, 5), out('eve'), revs(6)]);
  });

  it('is parted at each who leaves, in the order of their revisions', () => {
    const departures = [
      { userId: 'eve', rev: 6 },
      { userId: 'ben', rev: 4 },
    ];
    expect(parted(revs(5, 6, 7), departures)).toEqual([out('ben'), revs(5, 6), out('eve'), revs(7)]);
  });
});
