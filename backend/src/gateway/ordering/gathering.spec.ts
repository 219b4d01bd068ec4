import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';
import { BatchUnderWay } from '../../messages/batch-under-way.js';
import { Gathering } from './gathering.js';

const said = (roomId: string, ...revs: number[]): Extract<BusMessage, { to: 'room' }> => ({
  to: 'room',
  roomId,
  events: revs.map((rev) => eventOf(roomId, rev)),
});

const eventOf = (roomId: string, rev: number): Event => ({
  type: 'room.updated',
  roomId,
  rev,
  room: { name: 'Hall', topic: '', kind: 'private', memberCount: rev },
});

describe('gathering', () => {
  let batch: BatchUnderWay;
  let gathering: Gathering;
  let passed: BusMessage[];

  beforeEach(() => {
    vi.useFakeTimers();
    batch = new BatchUnderWay();
    gathering = new Gathering(batch);
    passed = [];
    gathering.begin((message) => passed.push(message));
  });
  afterEach(() => {
    gathering.stop();
    vi.useRealTimers();
  });

  it('passes on at once what is said while nothing is written here', () => {
    gathering.take(said('hall', 1));
    expect(passed).toEqual([said('hall', 1)]);
  });

  it('lets what others say of a room go out with the batch that is under way for it', () => {
    batch.begin(['hall']);
    gathering.take(said('hall', 1, 2));
    expect(passed).toEqual([]);
    gathering.take(said('hall', 3));
    batch.end();
    expect(passed).toEqual([said('hall', 1, 2, 3)]);
  });

  it('holds up no other room, and nobody who is told apart', () => {
    const alone: BusMessage = { to: 'user', userId: 'ada', events: [] };
    batch.begin(['hall']);
    gathering.take(said('study', 1));
    gathering.take(alone);
    expect(passed).toEqual([said('study', 1), alone]);
  });

  it('waits no longer than its patience for a batch that does not end', () => {
    batch.begin(['hall']);
    gathering.take(said('hall', 1));
    vi.advanceTimersByTime(25);
    expect(passed).toEqual([said('hall', 1)]);
    gathering.take(said('hall', 2));
    batch.end();
    expect(passed).toEqual([said('hall', 1), said('hall', 2)]);
  });

  it('fails nobody else where what was gathered cannot be passed on', () => {
    Logger.overrideLogger(false);
    gathering.begin((message) => {
      if (message.to === 'room' && message.roomId === 'hall') throw new Error('it cannot be told');
      passed.push(message);
    });
    batch.begin(['hall', 'study']);
    gathering.take(said('hall', 1));
    gathering.take(said('study', 1));
    expect(() => vi.advanceTimersByTime(25)).not.toThrow();
    expect(passed).toEqual([said('study', 1)]);
    Logger.overrideLogger(true);
  });

  it('says nothing twice when the next batch ends', () => {
    batch.begin(['hall']);
    gathering.take(said('hall', 1));
    batch.end();
    batch.begin(['hall']);
    batch.end();
    expect(passed).toEqual([said('hall', 1)]);
  });
});
