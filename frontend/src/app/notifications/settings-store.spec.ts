import { TestBed } from '@angular/core/testing';
import { NOTIFICATIONS_AT_FIRST } from '../core/notification-settings';
import { PreferencesStore } from '../core/preferences-store';
import { NotificationSettingsStore } from './settings-store';

const KEY = 'parley:preferences';
const keep = (notifications: object): void =>
  localStorage.setItem(KEY, JSON.stringify({ theme: 'dark', notifications }));

describe('NotificationSettingsStore', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  const settings = () => TestBed.inject(NotificationSettingsStore).settings();

  it('begins with text, without sound, and never quiet', () => {
    expect(settings()).toEqual(NOTIFICATIONS_AT_FIRST);
    expect(settings()).toMatchObject({
      about: 'everything',
      showsText: true,
      sound: { on: false },
      quiet: { until: null },
    });
  });

  it('keeps what is changed over a reload, beside what else the device prefers', () => {
    keep({});
    TestBed.inject(NotificationSettingsStore).change({ showsText: false });
    TestBed.inject(NotificationSettingsStore).changeQuiet({ letsMentionsThrough: true });
    TestBed.resetTestingModule();
    expect(settings()).toMatchObject({ showsText: false, quiet: { letsMentionsThrough: true, until: null } });
    expect(TestBed.inject(PreferencesStore).theme()).toBe('dark');
  });

  it('follows what another tab has changed', () => {
    expect(settings().about).toBe('everything');
    keep({ about: 'nothing' });
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    expect(settings().about).toBe('nothing');
  });

  it('reads what it can of what it does not understand', () => {
    keep({ about: 'shouting', showsText: false, sound: { on: true, volume: 9 } });
    expect(settings()).toMatchObject({ about: 'everything', showsText: false, sound: { on: true, volume: 0.6 } });
    TestBed.resetTestingModule();
    localStorage.setItem(KEY, JSON.stringify({ notifications: 'none' }));
    expect(settings()).toEqual(NOTIFICATIONS_AT_FIRST);
  });
});
