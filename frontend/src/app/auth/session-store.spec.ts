import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient, NoContent } from '../core/api-client';
import { LocalStore } from '../core/local/local-store';
import { SessionStore } from './session-store';
import { aProblem, aUser, anAccount, tellWhoItIs } from './testing';

describe('SessionStore', () => {
  let session: SessionStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    session = TestBed.inject(SessionStore);
    http = TestBed.inject(HttpTestingController);
  });
  afterEach(() => {
    http.verify();
    vi.useRealTimers();
  });

  it('does not know who is signed in before it has asked', () => {
    expect(session.status()).toBe('unknown');
    expect(session.user()).toBeNull();
  });

  it('finds out who is signed in, with one request for all who ask', async () => {
    const answers = Promise.all([firstValueFrom(session.load()), firstValueFrom(session.load())]);
    tellWhoItIs(http, anAccount());
    expect(await answers).toEqual(['signed-in', 'signed-in']);
    expect(session.user()?.username).toBe('nora');

    expect(await firstValueFrom(session.load())).toBe('signed-in');
  });

  it('hears from the server that nobody is signed in', async () => {
    const answer = firstValueFrom(session.load());
    tellWhoItIs(http, null);
    expect(await answer).toBe('signed-out');
    expect(session.signedOutReason()).toBe('never');
  });

  it('keeps asking while the server cannot be reached, and says so meanwhile', async () => {
    vi.useFakeTimers();
    const answer = firstValueFrom(session.load());
    http.expectOne('/api/v1/auth/session').error(new ProgressEvent('error'));
    expect([session.status(), session.unreachable()]).toEqual(['unknown', true]);

    vi.advanceTimersByTime(1_000);
    tellWhoItIs(http, anAccount());
    expect(await answer).toBe('signed-in');
    expect(session.unreachable()).toBe(false);
  });

  it('signs in', async () => {
    const user = firstValueFrom(session.signIn({ username: 'nora', password: 'correct horse' }));
    http.expectOne('/api/v1/auth/login').flush(anAccount());
    expect(await user).toEqual(aUser());
    expect(session.status()).toBe('signed-in');
  });

  it('stays as it is when a password is wrong', async () => {
    await signIn();
    const again = firstValueFrom(session.signOut());
    http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: 'No content' });
    await again;

    const refused = firstValueFrom(session.signIn({ username: 'nora', password: 'wrong' }));
    http.expectOne('/api/v1/auth/login').flush(...aProblem(401, 'unauthenticated'));
    await expect(refused).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(session.signedOutReason()).toBe('left');
  });

  it('is signed out after leaving, also where the server knew the session no longer', async () => {
    await signIn();
    const left = firstValueFrom(session.signOut());
    http.expectOne('/api/v1/auth/logout').flush(...aProblem(401, 'unauthenticated'));
    await left;
    expect(session.signedOutReason()).toBe('left');
  });

  it('takes the word that the session ends while leaving as what was asked for', async () => {
    await signIn();
    const left = firstValueFrom(session.signOut());
    session.ended();
    expect(session.status()).toBe('signed-in');
    http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: 'No content' });
    await left;
    expect(session.signedOutReason()).toBe('left');
  });

  it('stays signed in when leaving does not reach the server', async () => {
    await signIn();
    const left = firstValueFrom(session.signOut());
    http.expectOne('/api/v1/auth/logout').error(new ProgressEvent('error'));
    await expect(left).rejects.toMatchObject({ code: 'unavailable' });
    expect(session.status()).toBe('signed-in');
  });

  it('ends when any request is answered with a 401', async () => {
    await signIn();
    const request = firstValueFrom(TestBed.inject(ApiClient).get('/rooms', NoContent));
    http.expectOne('/api/v1/rooms').flush(...aProblem(401, 'unauthenticated'));
    await expect(request).rejects.toThrow();
    expect([session.user(), session.signedOutReason()]).toEqual([null, 'ended']);
  });

  describe('on a device that has seen somebody', () => {
    const local = () => TestBed.inject(LocalStore);
    /** Opens the next page on the same device. */
    const nextPage = (): void => {
      const device = local();
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({
        providers: [provideHttpClient(), provideHttpClientTesting(), { provide: LocalStore, useValue: device }],
      });
      session = TestBed.inject(SessionStore);
      http = TestBed.inject(HttpTestingController);
    };

    it('opens before the server has answered, and while it does not', async () => {
      await signIn();
      nextPage();
      expect(await firstValueFrom(session.load())).toBe('signed-in');
      expect(session.user()).toEqual(aUser());
      http.expectOne('/api/v1/auth/session').error(new ProgressEvent('error'));
      expect([session.status(), session.unreachable()]).toEqual(['signed-in', false]);
    });

    it('takes the word of the server for it', async () => {
      await signIn();
      nextPage();
      await firstValueFrom(session.load());
      tellWhoItIs(http, anAccount({ user: aUser({ displayName: 'Nora W.' }) }));
      expect(session.user()?.displayName).toBe('Nora W.');
    });

    it('is signed out when the server knows the session no longer, also on the page after that', async () => {
      await signIn();
      nextPage();
      await firstValueFrom(session.load());
      tellWhoItIs(http, null);
      expect(session.signedOutReason()).toBe('ended');
      nextPage();
      const answer = firstValueFrom(session.load());
      tellWhoItIs(http, null);
      expect(await answer).toBe('signed-out');
      expect(session.signedOutReason()).toBe('never');
    });

    it('keeps what was written for whom the server has put out, and nothing of whom has left', async () => {
      await signIn();
      await local().write('drafts', 'u-nora', new Map([['r-1', 'begun']]));
      session.ended();
      expect((await firstValueFrom(local().read('drafts', 'u-nora'))).size).toBe(1);
      await signIn();
      const left = firstValueFrom(session.signOut());
      http.expectOne('/api/v1/auth/logout').flush(null, { status: 204, statusText: 'No content' });
      await left;
      expect((await firstValueFrom(local().read('drafts', 'u-nora'))).size).toBe(0);
    });

    it('forgets the conversations of one person when another signs in', async () => {
      await signIn();
      await local().write('rooms', 'u-nora', new Map([['r-1', 'a log']]));
      await local().write('outbox', 'u-nora', new Map([['c-1', 'waits']]));
      session.ended();
      await signIn(anAccount({ user: aUser({ id: 'u-grace' }) }));
      expect((await firstValueFrom(local().read('rooms', 'u-nora'))).size).toBe(0);
      expect((await firstValueFrom(local().read('outbox', 'u-nora'))).size).toBe(1);
    });
  });

  async function signIn(account = anAccount()): Promise<void> {
    const user = firstValueFrom(session.signIn({ username: 'nora', password: 'correct horse' }));
    http.expectOne('/api/v1/auth/login').flush(account);
    await user;
  }
});
