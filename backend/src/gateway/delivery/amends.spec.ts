import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAUTION_MS, type BusHealth, type EventBus } from '../../events/event-bus.js';
import type { Audience } from '../audience.js';
import type { ParleySocket } from '../parley-socket.js';
import type { Greeting } from '../presence/greeting.js';
import { Amends } from './amends.js';
import type { Reminders } from './reminders.js';
import type { SlowReaders } from './slow-readers.js';

describe('what an outage of the bus kept back', () => {
  let bus: { health: BusHealth; losses: number; subscribe: () => () => void };
  let told: number[];
  let amends: Amends;

  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
    bus = { health: 'ok', losses: 0, subscribe: () => () => undefined };
    told = [];
    const audience = { namespace: {}, all: () => [{} as ParleySocket] };
    const reminders = { begin: () => undefined, stop: () => undefined, add: () => told.push(Date.now()) };
    amends = new Amends(
      audience as unknown as Audience,
      bus as unknown as EventBus,
      { onCaughtUp: () => undefined } as unknown as SlowReaders,
      {} as Greeting,
      reminders as unknown as Reminders,
    );
  });
  afterEach(() => {
    amends.beforeApplicationShutdown();
    vi.useRealTimers();
  });

  it('is no matter where nothing was lost', () => {
    amends.onModuleInit();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('is told once it is over, and once more when every instance has noticed', () => {
    amends.onModuleInit();
    [bus.health, bus.losses] = ['degraded', 1];
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual([]);
    bus.health = 'ok';
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([2_250, 2_250 + CAUTION_MS]);
  });

  it('is told as well when it was over before anybody looked', () => {
    amends.onModuleInit();
    bus.losses += 1;
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([250, 250 + CAUTION_MS]);
  });

  it('is told also of the start, until the bus was heard for the first time', () => {
    bus.health = 'degraded';
    amends.onModuleInit();
    vi.advanceTimersByTime(1_000);
    bus.health = 'ok';
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([1_250]);
  });

  it('is looked for by nobody who is alone', () => {
    bus.health = 'alone';
    amends.onModuleInit();
    expect(vi.getTimerCount()).toBe(0);
  });
});
