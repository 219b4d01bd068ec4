import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FOREVER, type Room } from '#shared';
import { ChatStore } from './store/chat-store';
import { MuteEnds } from './mute-ends';
import { isMuted } from './preferences';
import { membership, room } from './testing/builders';
import { Today } from './today';

describe('the end of a mute', () => {
  const rooms = signal<readonly Room[]>([]);
  const mutedFor = (ms: number) => membership({ mutedUntil: new Date(Date.now() + ms).toISOString() });

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 5, 11, 9, 30, 20) });
    TestBed.configureTestingModule({ providers: [{ provide: ChatStore, useValue: { rooms } }] });
    TestBed.inject(MuteEnds);
  });
  afterEach(() => vi.useRealTimers());

  const pass = (ms: number): void => {
    TestBed.tick();
    vi.advanceTimersByTime(ms);
    TestBed.tick();
  };

  it('is noticed in its moment, also between two minutes', () => {
    const { minute } = TestBed.inject(Today);
    const [soon, later] = [mutedFor(10_000), mutedFor(135_000)];
    rooms.set([room({ me: later }), room({ id: 'r-2', me: soon }), room({ id: 'r-3', me: null })]);
    pass(9_999);
    expect([isMuted(soon, minute()), isMuted(later, minute())]).toEqual([true, true]);
    pass(1);
    expect([isMuted(soon, minute()), isMuted(later, minute())]).toEqual([false, true]);
    // The minutes of the clock, at which the page looks further ahead.
    for (const ms of [30_000, 60_000, 34_999]) pass(ms);
    expect(isMuted(later, minute())).toBe(true);
    pass(1);
    expect(isMuted(later, minute())).toBe(false);
  });

  it('never comes for a mute for good', () => {
    const { minute } = TestBed.inject(Today);
    const forGood = membership({ mutedUntil: FOREVER });
    rooms.set([room({ me: forGood })]);
    pass(0);
    const before = minute();
    pass(39_999);
    expect(minute()).toBe(before);
    expect(isMuted(forGood, minute())).toBe(true);
  });
});
