import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NotificationPermission } from './permission';

/** A browser, as far as permission goes. */
function browser(given: { permission?: string; isSecure?: boolean; hasNone?: boolean } = {}) {
  const status = new EventTarget();
  const requestPermission = vi.fn(() => {
    api.permission = 'granted';
    return Promise.resolve('granted');
  });
  const api = { permission: given.permission ?? 'default', requestPermission };
  const window = Object.assign(new EventTarget(), {
    isSecureContext: given.isSecure ?? true,
    navigator: { permissions: { query: () => Promise.resolve(status) } },
    ...(given.hasNone ? {} : { Notification: api }),
  });
  const document = Object.assign(new EventTarget(), { defaultView: window, querySelectorAll: () => [] });
  TestBed.configureTestingModule({ providers: [{ provide: DOCUMENT, useValue: document }] });
  return { api, status, window, permission: TestBed.inject(NotificationPermission) };
}

describe('NotificationPermission', () => {
  it.each(['default', 'granted', 'denied'])('is what the browser says: %s', (permission) => {
    expect(browser({ permission }).permission.state()).toBe(permission);
  });

  it('says where there is nothing to permit', () => {
    expect(browser({ isSecure: false }).permission.state()).toBe('insecure');
    TestBed.resetTestingModule();
    expect(browser({ hasNone: true }).permission.state()).toBe('unsupported');
  });

  it('never asks by itself, and once when it is told to', async () => {
    const { api, permission } = browser();
    expect(api.requestPermission).not.toHaveBeenCalled();
    await expect(permission.ask()).resolves.toBe('granted');
    await permission.ask();
    expect(api.requestPermission).toHaveBeenCalledOnce();
    expect(permission.state()).toBe('granted');
  });

  it('does not ask where it was refused', async () => {
    const { api, permission } = browser({ permission: 'denied' });
    await expect(permission.ask()).resolves.toBe('denied');
    expect(api.requestPermission).not.toHaveBeenCalled();
  });

  it('follows what is changed in the browser, told or not', async () => {
    const { api, status, window, permission } = browser();
    await Promise.resolve();
    api.permission = 'denied';
    status.dispatchEvent(new Event('change'));
    expect(permission.state()).toBe('denied');
    api.permission = 'granted';
    window.dispatchEvent(new Event('focus'));
    expect(permission.state()).toBe('granted');
  });
});
