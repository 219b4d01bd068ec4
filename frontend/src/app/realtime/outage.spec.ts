import { signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { TestBed } from '@angular/core/testing';
import { type Connection, ConnectionStore } from './connection-store';
import { Outage } from './outage';

const ONLINE: Connection = {
  status: 'online',
  ready: { protocol: 1, userId: 'u-nora', serverTime: '2026-06-11T10:00:00.000Z', heads: [] },
};
const OFFLINE: Connection = { status: 'offline' };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('Outage', () => {
  const connection = signal<Connection>({ status: 'connecting' });
  const start = new Date(2026, 5, 11, 10, 46);

  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    connection.set({ status: 'connecting' });
    TestBed.configureTestingModule({
      providers: [
        { provide: ConnectionStore, useFactory: () => ({ connection, connection$: toObservable(connection) }) },
      ],
    });
  });
  afterEach(() => vi.useRealTimers());

  /** Opens the page; what it says of time is in seconds since then. */
  function page() {
    const outage = TestBed.inject(Outage);
    return {
      is: (next: Connection, forMs: number): void => {
        connection.set(next);
        TestBed.tick();
        vi.advanceTimersByTime(forMs);
      },
      isFelt: outage.isFelt,
      inStepUntil: () => {
        const until = outage.inStepUntil();
        return until && (until.getTime() - start.getTime()) / SECOND;
      },
    };
  }

  it('is felt after a while, and for a moment longer than it lasts', () => {
    const { is, isFelt } = page();
    is(ONLINE, MINUTE);
    is(OFFLINE, 1_400);
    expect(isFelt()).toBe(false);
    is(OFFLINE, 200);
    expect(isFelt()).toBe(true);
    is(ONLINE, 700);
    expect(isFelt()).toBe(true);
    is(ONLINE, 200);
    expect(isFelt()).toBe(false);
  });

  it('knows until when all was in step, and goes on from there', () => {
    const { is, inStepUntil } = page();
    is({ status: 'connecting' }, MINUTE);
    expect(inStepUntil()).toBeNull();
    is(ONLINE, 2 * MINUTE);
    is(OFFLINE, 10 * MINUTE);
    expect(inStepUntil()).toBeGreaterThan(150);
    expect(inStepUntil()).toBeLessThanOrEqual(180);
    is({ status: 'connecting' }, SECOND);
    is(ONLINE, 2 * MINUTE);
    expect(inStepUntil()).toBeGreaterThan(800);
  });

  it('does not count the time for which the device has slept', () => {
    const { is, inStepUntil } = page();
    is(ONLINE, 2 * MINUTE);
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    is(ONLINE, 3 * SECOND);
    is(OFFLINE, MINUTE);
    expect(inStepUntil()).toBeLessThanOrEqual(120);
  });

  it('forgets it with whoever was signed in', () => {
    const { is, inStepUntil } = page();
    is(ONLINE, MINUTE);
    is({ status: 'signed-out' }, SECOND);
    is({ status: 'connecting' }, MINUTE);
    expect(inStepUntil()).toBeNull();
  });
});
