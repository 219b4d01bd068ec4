import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionStore } from '../auth/session-store';
import { anAccount, tellWhoItIs } from '../auth/testing';
import { Quiet } from '../notifications/quiet';
import { Rail } from './rail';

describe('the rail', () => {
  // What another test has left on the device would be asked about before signing out.
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it.each([
    ['/', 'Chats'],
    ['/rooms/42', 'Chats'],
    ['/directory', 'Rooms'],
    ['/people', 'People'],
  ])('on %s stands at %s', async (path, label) => {
    const { rail } = await setUp(path);
    const current = [...rail.querySelectorAll('[aria-current="page"] .label')].map(({ textContent }) => textContent);
    expect(current).toEqual([label]);
  });

  it('leads to the settings from the rail, from the menu, and from the bar of a phone', async () => {
    const { rail, stable } = await setUp('/settings/profile');
    const current = [...rail.querySelectorAll('[aria-current="page"]')].map((link) => link.getAttribute('href'));
    expect(current).toEqual(['/settings', '/settings']);
    rail.querySelector<HTMLButtonElement>('button.account')?.click();
    await stable();
    expect(document.querySelector('a[role="menuitem"]')?.getAttribute('href')).toBe('/settings');
  });

  it('shows the way to the figures to the admin alone', async () => {
    const labels = (rail: HTMLElement) => [...rail.querySelectorAll('a .label')].map(({ textContent }) => textContent);
    expect(labels((await setUp('/')).rail)).not.toContain('Admin');
    TestBed.resetTestingModule();
    expect(labels((await setUp('/', anAccount({ admin: true }))).rail)).toContain('Admin');
  });

  it('signs out from the menu of the account', async () => {
    const { rail, http, stable } = await setUp('/');
    rail.querySelector<HTMLButtonElement>('button[aria-label="Nora Whitfield, your account"]')?.click();
    await stable();
    await choose('Sign out');
    const request = await vi.waitFor(() => http.expectOne('/api/v1/auth/logout'));
    request.flush(null, { status: 204, statusText: 'No content' });
    expect(TestBed.inject(SessionStore).signedOutReason()).toBe('left');
  });

  it('turns do not disturb on from the menu of the account', async () => {
    const { rail, stable } = await setUp('/');
    rail.querySelector<HTMLButtonElement>('.account')?.click();
    await stable();
    await choose('Do not disturb');
    await stable();
    await choose('For 1 hour');
    expect(TestBed.inject(Quiet).isOn()).toBe(true);
  });

  it('says so when signing out does not reach the server', async () => {
    const { rail, http, stable } = await setUp('/');
    rail.querySelector<HTMLButtonElement>('.account')?.click();
    await stable();
    await choose('Sign out');
    const request = await vi.waitFor(() => http.expectOne('/api/v1/auth/logout'));
    request.error(new ProgressEvent('error'));
    await vi.waitFor(() =>
      expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain('cannot be reached'),
    );
  });

  /** The code of a menu is fetched first. */
  const choose = async (label: string): Promise<void> => {
    const entries = () => [...document.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
    const entry = await vi.waitUntil(() => entries().find(({ textContent }) => textContent.trim() === label));
    entry.click();
  };

  async function setUp(path: string, account = anAccount()) {
    TestBed.configureTestingModule({
      imports: [Rail],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    // What its template defers is found out asynchronously.
    await TestBed.compileComponents();
    const http = TestBed.inject(HttpTestingController);
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    tellWhoItIs(http, account);
    await known;
    const fixture = TestBed.createComponent(Rail);
    fixture.componentRef.setInput('path', path);
    await fixture.whenStable();
    return { rail: fixture.nativeElement as HTMLElement, http, stable: () => fixture.whenStable() };
  }
});
