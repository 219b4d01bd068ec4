import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PREFERENCES_KEY } from './device-preferences';
import { NOTIFICATIONS_AT_FIRST } from './notification-settings';
import { PreferencesStore } from './preferences-store';

describe('what a browser prefers', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    localStorage.clear();
  });

  it('begins with what suits most, and keeps what is chosen', () => {
    const store = TestBed.inject(PreferencesStore);
    expect(store.all()).toMatchObject({
      theme: 'system',
      density: 'comfortable',
      textSize: 'normal',
      language: 'system',
      sendsWith: 'enter',
      notifications: NOTIFICATIONS_AT_FIRST,
    });

    store.set({ theme: 'dark' });
    store.set({ density: 'compact' });
    TestBed.resetTestingModule();
    expect(TestBed.inject(PreferencesStore).all()).toMatchObject({
      theme: 'dark',
      density: 'compact',
      sendsWith: 'enter',
    });
  });

  it.each(['not json', 'null', '"text"', '{"theme":"pink","density":3}'])('reads %s as nothing chosen', (stored) => {
    localStorage.setItem(PREFERENCES_KEY, stored);
    expect(TestBed.inject(PreferencesStore).theme()).toBe('system');
  });

  it('keeps the fields that it can read beside one that it cannot', () => {
    localStorage.setItem(PREFERENCES_KEY, '{"theme":"pink","density":"compact"}');
    expect(TestBed.inject(PreferencesStore).density()).toBe('compact');
  });

  it('follows what another tab has chosen, and a storage that was cleared', () => {
    const store = TestBed.inject(PreferencesStore);
    localStorage.setItem(PREFERENCES_KEY, '{"theme":"light"}');
    expect(store.theme()).toBe('system');
    window.dispatchEvent(new StorageEvent('storage', { key: PREFERENCES_KEY }));
    expect(store.theme()).toBe('light');

    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(store.theme()).toBe('system');
  });

  it('holds as long as the page where the browser lets nothing be stored', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = TestBed.inject(PreferencesStore);
    store.set({ theme: 'dark' });
    expect(store.theme()).toBe('dark');
  });
});
