import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageReload } from '../core/page-reload';
import { Outbox } from '../rooms/outbox/outbox';
import { type Connection, ConnectionStore } from '../realtime/connection-store';
import { ConnectionBanner } from './connection-banner';
import { ConnectionBannerHarness } from './connection-banner.harness';

const online: Connection = {
  status: 'online',
  ready: { protocol: 1, userId: 'u-nora', serverTime: '2026-06-11T10:00:00.000Z', heads: [] },
};
const lost = (over: Partial<Extract<Connection, { status: 'reconnecting' }>> = {}): Connection => ({
  status: 'reconnecting',
  attempt: 1,
  nextTryAt: Date.now() + 60_000,
  isPlanned: false,
  ...over,
});

describe('the connection banner', () => {
  const connection = signal<Connection>(online);
  const waiting = signal(0);
  const retryNow = vi.fn();
  const reload = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    connection.set(online);
    waiting.set(0);
    vi.clearAllMocks();
    const store = () => ({ connection, connection$: toObservable(connection), retryNow });
    TestBed.configureTestingModule({
      providers: [
        { provide: ConnectionStore, useFactory: store },
        { provide: Outbox, useValue: { waiting } },
        { provide: PageReload, useValue: { now: reload } },
      ],
    });
  });
  afterEach(() => vi.useRealTimers());

  it('comes only when the connection stays away, and goes a moment after it is back', async () => {
    const { banner, become } = await setUp();
    await become(lost(), 1_400);
    expect(await banner.text()).toBe('');
    await become(lost(), 200);
    expect(await banner.text()).toContain('Reconnecting.');
    await become(online, 700);
    expect(await banner.text()).toContain('Reconnecting.');
    await become(online, 200);
    expect(await banner.text()).toBe('');
  });

  it('tells whoever heard of an outage that it is over, and nobody else', async () => {
    const { banner, become } = await setUp();
    await become(lost(), 1_000);
    await become(online, 1_000);
    expect(await banner.announced()).toBe('');
    await become(lost(), 2_000);
    await become(online, 1_000);
    expect(await banner.announced()).toBe('Connected again.');
    await become(online, 5_000);
    expect(await banner.announced()).toBe('');
    await become(lost(), 2_000);
    await become({ status: 'signed-out' }, 1_000);
    expect(await banner.announced()).toBe('');
  });

  it('spares the reader a short interruption', async () => {
    const { banner, become } = await setUp();
    await become(lost(), 1_000);
    await become(online, 5_000);
    expect(await banner.text()).toBe('');
  });

  it('counts down to the next try, and says which it is', async () => {
    const { banner, become, pass } = await setUp();
    await become(lost({ attempt: 4, nextTryAt: Date.now() + 8_500 }), 2_000);
    expect(await banner.text()).toContain('Reconnecting. Next try in 7 s. Attempt 4. What you write');
    await pass(3_000);
    expect(await banner.text()).toContain('Next try in 4 s. Attempt 4.');
  });

  it('tries at once when asked to, and not again while it does', async () => {
    const { banner, become } = await setUp();
    await become(lost(), 2_000);
    await banner.press();
    expect(retryNow).toHaveBeenCalledOnce();
    await become(lost({ nextTryAt: null }), 600);
    expect(await banner.buttonText()).toBe('Trying');
    await banner.press();
    expect(retryNow).toHaveBeenCalledOnce();
  });

  it('says how many messages wait', async () => {
    const { banner, become, pass } = await setUp();
    await become(lost(), 2_000);
    expect(await banner.text()).toContain('What you write is safe here and goes out in order.');
    waiting.set(1);
    await pass(0);
    expect(await banner.text()).toContain('Your message is safe here');
    waiting.set(2);
    await pass(0);
    expect(await banner.text()).toContain('Your 2 messages are safe here and go out in order.');
  });

  it('tries when asked to where the device is offline, and waits for nothing by itself', async () => {
    const { banner, become } = await setUp();
    await become({ status: 'offline' }, 2_000);
    expect(await banner.text()).toContain('You are offline.');
    expect(await banner.isBusy()).toBe(false);
    expect(await banner.buttonText()).toBe('Try now');
    await banner.press();
    expect(retryNow).toHaveBeenCalledOnce();
  });

  it('says what a planned stop is', async () => {
    const { banner, become } = await setUp();
    await become(lost({ isPlanned: true }), 2_000);
    expect(await banner.text()).toContain('The server is restarting.');
  });

  it('offers the new version where the server speaks another', async () => {
    const { banner, become } = await setUp();
    await become({ status: 'updating' }, 2_000);
    expect(await banner.buttonText()).toBe('Reload');
    await banner.press();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is announced once, and not each second', async () => {
    const { banner, become, pass } = await setUp();
    await become(lost({ nextTryAt: Date.now() + 9_000 }), 2_000);
    const first = await banner.announced();
    expect(first).toContain('What you write is safe here');
    await pass(3_000);
    await become(lost({ attempt: 2, nextTryAt: null }), 1_000);
    expect(await banner.announced()).toBe(first);
  });

  async function setUp() {
    const fixture = TestBed.createComponent(ConnectionBanner);
    const banner = await TestbedHarnessEnvironment.harnessForFixture(fixture, ConnectionBannerHarness);
    /** Lets time pass, once what has changed is known. */
    const pass = async (ms: number): Promise<void> => {
      fixture.detectChanges();
      await vi.advanceTimersByTimeAsync(ms);
    };
    const become = async (next: Connection, forMs: number): Promise<void> => {
      connection.set(next);
      await pass(forMs);
    };
    return { banner, become, pass };
  }
});
