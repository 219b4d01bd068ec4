import { Clipboard } from '@angular/cdk/clipboard';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../auth/session-store';
import { aUser } from '../auth/testing';
import { Failures, type Failure } from '../core/failures';
import { LocalStore } from '../core/local/local-store';
import { PageReload } from '../core/page-reload';
import { ConnectionStore } from '../realtime/connection-store';
import { ClientUpdate } from './client-update';
import { NoticeCards } from './notice-cards';

describe('the notices', () => {
  const current = signal<Failure | null>(null);
  const isReady = signal(false);
  const state = signal('online');
  const isKeeping = signal(true);
  const user = signal<User | null>(aUser());
  const copied: string[] = [];

  async function setUp() {
    copied.length = 0;
    TestBed.configureTestingModule({
      providers: [
        { provide: Failures, useValue: { current, dismiss: () => current.set(null) } },
        { provide: ClientUpdate, useValue: { isReady, later: () => isReady.set(false), take: vi.fn() } },
        { provide: ConnectionStore, useValue: { state } },
        { provide: LocalStore, useValue: { isKeeping } },
        { provide: SessionStore, useValue: { user } },
        { provide: PageReload, useValue: { now: vi.fn() } },
        { provide: Clipboard, useValue: { copy: (text: string) => copied.push(text) > 0 } },
      ],
    });
    const fixture = TestBed.createComponent(NoticeCards);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const button = (label: string) => [...host.querySelectorAll('button')].find((b) => b.textContent.includes(label));
    const press = async (label: string) => {
      button(label)?.click();
      await fixture.whenStable();
    };
    return { host, button, press, settle: () => fixture.whenStable() };
  }

  it('let a new version wait', async () => {
    isReady.set(true);
    const { host, press } = await setUp();
    expect(host.textContent).toContain('A new version of Parley is ready.');
    await press('Later');
    expect(host.textContent).not.toContain('new version');
  });

  it('leave a new version to the banner where it says that the page has to be loaded again', async () => {
    isReady.set(true);
    state.set('updating');
    const { host } = await setUp();
    expect(host.textContent.trim()).toBe('');
    state.set('online');
    isReady.set(false);
  });

  it('say to whoever is signed in that the browser keeps nothing, until that is understood', async () => {
    isKeeping.set(false);
    user.set(null);
    const { host, press, settle } = await setUp();
    expect(host.textContent.trim()).toBe('');
    user.set(aUser());
    await settle();
    expect(host.textContent).toContain('This browser has no room to keep anything for Parley.');
    await press('Understood');
    expect(host.textContent.trim()).toBe('');
    isKeeping.set(true);
  });

  it('give the details of a failure to pass on, and go when they are closed', async () => {
    current.set({ kind: 'unexpected', detail: 'Error: it lost its place' });
    const { host, button, press } = await setUp();
    expect(host.textContent).toContain('Something went wrong here.');
    await press('Copy details');
    expect(copied[0]).toContain('Error: it lost its place');
    expect(button('Copied')).toBeDefined();
    await press('Close');
    expect(host.textContent.trim()).toBe('');
  });
});
