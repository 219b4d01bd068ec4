import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { toObservable } from '@angular/core/rxjs-interop';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '../rooms/outbox/outbox';
import { type Connection, ConnectionStore } from '../realtime/connection-store';
import { ConnectionBanner } from './connection-banner';

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

  beforeEach(() => {
    vi.useFakeTimers();
    connection.set(online);
    waiting.set(0);
    retryNow.mockClear();
    const store = () => ({ connection, connection$: toObservable(connection), retryNow });
    TestBed.configureTestingModule({
      providers: [
        { provide: ConnectionStore, useFactory: store },
        { provide: Outbox, useValue: { waiting } },
      ],
    });
  });
  afterEach(() => vi.useRealTimers());

  it('comes only when the connection stays away, and goes a moment after it is back', () => {
    const banner = setUp();
    banner.become(lost(), 1_400);
    expect(banner.text()).toBe('');
    banner.become(lost(), 200);
    expect(banner.text()).toContain('Reconnecting.');
    banner.become(online, 700);
    expect(banner.text()).toContain('Reconnecting.');
    banner.become(online, 200);
    expect(banner.text()).toBe('');
  });

  it('spares the reader a short interruption', () => {
    const banner = setUp();
    banner.become(lost(), 1_000);
    banner.become(online, 5_000);
    expect(banner.text()).toBe('');
  });

  it('counts down to the next try, and says which it is', () => {
    const banner = setUp();
    banner.become(lost({ attempt: 4, nextTryAt: Date.now() + 8_500 }), 2_000);
    expect(banner.text()).toContain('Reconnecting. Next try in 7 s. Attempt 4. What you write');
    banner.pass(3_000);
    expect(banner.text()).toContain('Next try in 4 s. Attempt 4.');
  });

  it('tries at once when asked to, and not again while it does', () => {
    const banner = setUp();
    banner.become(lost(), 2_000);
    banner.button()?.click();
    expect(retryNow).toHaveBeenCalledOnce();
    banner.become(lost({ nextTryAt: null }), 600);
    expect(banner.button()?.textContent.trim()).toBe('Trying');
    banner.button()?.click();
    expect(retryNow).toHaveBeenCalledOnce();
  });

  it('says how many messages wait', () => {
    const banner = setUp();
    banner.become(lost(), 2_000);
    expect(banner.text()).toContain('What you write is safe here and goes out in order.');
    waiting.set(1);
    banner.pass(0);
    expect(banner.text()).toContain('Your message is safe here');
    waiting.set(2);
    banner.pass(0);
    expect(banner.text()).toContain('Your 2 messages are safe here and go out in order.');
  });

  it('has nothing to try where the device is offline', () => {
    const banner = setUp();
    banner.become({ status: 'offline' }, 2_000);
    expect(banner.text()).toContain('You are offline.');
    expect(banner.button()).toBeNull();
    expect(banner.isBusy()).toBe(false);
  });

  it('says what a planned stop is', () => {
    const banner = setUp();
    banner.become(lost({ isPlanned: true }), 2_000);
    expect(banner.text()).toContain('The server is restarting.');
  });

  it('offers the new version where the server speaks another', () => {
    const banner = setUp();
    banner.become({ status: 'updating' }, 2_000);
    expect(banner.button()?.textContent).toContain('Reload');
  });

  it('is announced once, and not each second', () => {
    const banner = setUp();
    banner.become(lost({ nextTryAt: Date.now() + 9_000 }), 2_000);
    const first = banner.announced();
    expect(first).toContain('What you write is safe here');
    banner.pass(3_000);
    banner.become(lost({ attempt: 2, nextTryAt: null }), 1_000);
    expect(banner.announced()).toBe(first);
  });

  function setUp() {
    const fixture = TestBed.createComponent(ConnectionBanner);
    const element = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    const pass = (ms: number): void => {
      fixture.detectChanges();
      TestBed.tick();
      vi.advanceTimersByTime(ms);
      fixture.detectChanges();
    };
    return {
      pass,
      text: () => (element.querySelector('parley-banner')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      announced: () => (element.querySelector('[role="status"]')?.textContent ?? '').trim(),
      isBusy: () => element.querySelector('.spinner') !== null,
      button: () => element.querySelector('button'),
      become: (next: Connection, forMs: number) => {
        connection.set(next);
        pass(forMs);
      },
    };
  }
});
