import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { SessionStore } from '../auth/session-store';
import { anAccount } from '../auth/testing';
import { Rail } from './rail';

describe('the rail', () => {
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
    const entries = [...document.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
    entries.find(({ textContent }) => textContent.trim() === 'Sign out')?.click();
    http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: 'No content' });
    expect(TestBed.inject(SessionStore).signedOutReason()).toBe('left');
  });

  it('says so when signing out does not reach the server', async () => {
    const { rail, http, stable } = await setUp('/');
    rail.querySelector<HTMLButtonElement>('.account')?.click();
    await stable();
    document.querySelector<HTMLButtonElement>('[role="menuitem"]')?.click();
    http.expectOne('/api/v1/auth/logout').error(new ProgressEvent('error'));
    await stable();
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain('cannot be reached');
  });

  async function setUp(path: string, account = anAccount()) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const http = TestBed.inject(HttpTestingController);
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    http.expectOne('/api/v1/me').flush(account);
    await known;
    const fixture = TestBed.createComponent(Rail);
    fixture.componentRef.setInput('path', path);
    await fixture.whenStable();
    return { rail: fixture.nativeElement as HTMLElement, http, stable: () => fixture.whenStable() };
  }
});
