import { Logger } from '@nestjs/common';
import { RECEIPTS, type Event } from '#shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BusMessage } from '../../events/event-bus.js';
import { ReceiptGate } from './receipt-gate.js';

const told = (roomId: string, ...events: Event[]): BusMessage => ({ to: 'room', roomId, events });
const read = (userId: string, readSeq: number, deliveredSeq = readSeq, roomId = 'hall'): Event => ({
  type: 'receipt.updated',
  roomId,
  userId,
  readSeq,
  deliveredSeq,
});
const allRead = (readSeq: number): Event => ({ type: 'watermark.updated', roomId: 'hall', readSeq, deliveredSeq: 9 });
const renamed = (rev: number): Event => ({
  type: 'room.updated',
  roomId: 'hall',
  rev,
  room: { name: 'Hall', topic: '', kind: 'private', memberCount: 2 },
});

describe('the gate for receipts', () => {
  let gate: ReceiptGate;
  let passed: { readonly at: number; readonly message: BusMessage }[];

  beforeEach(() => {
    vi.useFakeTimers();
    passed = [];
    gate = new ReceiptGate();
    gate.begin((message) => passed.push({ at: performance.now(), message }));
  });
  afterEach(() => {
    gate.stop();
    vi.useRealTimers();
  });

  const messages = () => passed.map(({ message }) => message);
  /** As many packets as a second may have. */
  const fillSecond = (roomId = 'hall') => {
    for (let seq = 1; seq <= RECEIPTS.packetsPerSecond; seq++) gate.take(told(roomId, read('ada', seq, seq, roomId)));
    passed.splice(0);
  };
  /** The most packets that came within a second. */
  const mostInASecond = () =>
    Math.max(...passed.map(({ at }) => passed.filter((other) => other.at >= at && other.at < at + 1_000).length));

  it('passes at once what one instance tells, which spaces it', () => {
    const moments = [0, 240, 250, 500, 750, 1_000, 1_250, 1_500, 1_750, 2_000];
    const began = performance.now();
    for (const [index, moment] of moments.entries()) {
      vi.advanceTimersByTime(moment - (moments[index - 1] ?? 0));
      gate.take(told('hall', read('ada', index)));
    }
    expect(passed.map(({ at }) => at - began)).toEqual(moments);
  });

  it('lets no second have more packets than the contract says, whoever speaks', () => {
    for (let seq = 1; seq <= 200; seq++) {
      gate.take(told('hall', read(`reader ${seq % 7}`, seq)));
      vi.advanceTimersByTime(30);
    }
    expect(mostInASecond()).toBe(RECEIPTS.packetsPerSecond);
  });

  it('spaces what is too much evenly, rather than to be silent between bursts', () => {
    for (let seq = 1; seq <= 100; seq++) {
      gate.take(told('hall', read('ada', seq)));
      vi.advanceTimersByTime(50);
    }
    const later = passed.slice(RECEIPTS.packetsPerSecond).map(({ at }) => at);
    const pauses = later.slice(1).map((at, index) => at - (later[index] ?? 0));
    expect(new Set(pauses)).toEqual(new Set([200]));
  });

  it('merges what it holds by member, of each cursor the furthest', () => {
    fillSecond();
    gate.take(told('hall', read('ben', 4, 4), allRead(3)));
    gate.take(told('hall', read('eve', 2)));
    gate.take(told('hall', read('ben', 3, 7), allRead(2)));
    expect(messages()).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(messages()).toEqual([told('hall', read('ben', 4, 7), allRead(3), read('eve', 2))]);
  });

  it('holds up no other room, nothing durable, and nobody who is told apart', () => {
    fillSecond();
    const free: BusMessage[] = [
      told('yard', read('ada', 9, 9, 'yard')),
      told('hall', renamed(2)),
      told('hall', read('ada', 8), renamed(3)),
      { to: 'user', userId: 'ada', events: [read('ada', 9)] },
      { to: 'everyone', events: [read('ada', 9)] },
    ];
    for (const message of free) gate.take(message);
    expect(messages()).toEqual(free);
  });

  it('opens again once a period has brought nothing', () => {
    fillSecond();
    gate.take(told('hall', read('ben', 1)));
    vi.advanceTimersByTime(1_200);
    gate.take(told('hall', read('ben', 2)));
    expect(messages()).toEqual([told('hall', read('ben', 1)), told('hall', read('ben', 2))]);
  });

  it('keeps nothing of a room a second after it was told last, and no timer', () => {
    fillSecond();
    fillSecond('yard');
    gate.take(told('hall', read('ben', 1)));
    vi.advanceTimersByTime(2_400);
    expect(messages()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells nothing after a stop', () => {
    fillSecond();
    gate.take(told('hall', read('ben', 1)));
    gate.stop();
    vi.advanceTimersByTime(2_000);
    expect(messages()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells the other rooms where one cannot be told', () => {
    Logger.overrideLogger(false);
    fillSecond();
    fillSecond('yard');
    gate.begin((message) => {
      if (message.to === 'room' && message.roomId === 'hall') throw new Error('it cannot be told');
      passed.push({ at: performance.now(), message });
    });
    gate.take(told('hall', read('ben', 1)));
    gate.take(told('yard', read('ben', 1, 1, 'yard')));
    expect(() => vi.advanceTimersByTime(1_000)).not.toThrow();
    expect(messages()).toEqual([told('yard', read('ben', 1, 1, 'yard'))]);
    Logger.overrideLogger(true);
  });
});
