import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConnectionState, ConnectionStore } from '../realtime/connection-store';
import { ConnectionBanner } from './connection-banner';

describe('the connection banner', () => {
  const state = signal<ConnectionState>('online');
  const retryNow = vi.fn();

  beforeEach(() => {
    vi.useFakeTimers();
    state.set('online');
    retryNow.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: ConnectionStore, useValue: { state, retryNow } }] });
  });
  afterEach(() => vi.useRealTimers());

  it('comes only when the connection stays away, and goes a moment after it is back', () => {
    const banner = setUp();
    banner.become('reconnecting', 1_400);
    expect(banner.text()).toBe('');
    banner.become('reconnecting', 200);
    expect(banner.text()).toContain('Reconnecting.');
    banner.become('online', 700);
    expect(banner.text()).toContain('Reconnecting.');
    banner.become('online', 200);
    expect(banner.text()).toBe('');
  });

  it('spares the reader a short interruption', () => {
    const banner = setUp();
    banner.become('reconnecting', 1_000);
    banner.become('online', 5_000);
    expect(banner.text()).toBe('');
  });

  it('tries at once when asked to', () => {
    const banner = setUp();
    banner.become('reconnecting', 2_000);
    banner.element.querySelector('button')?.click();
    expect(retryNow).toHaveBeenCalledOnce();
  });

  function setUp() {
    const fixture = TestBed.createComponent(ConnectionBanner);
    const element = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    return {
      element,
      text: () => element.textContent.trim(),
      become: (next: ConnectionState, forMs: number) => {
        state.set(next);
        fixture.detectChanges();
        vi.advanceTimersByTime(forMs);
        fixture.detectChanges();
      },
    };
  }
});
