import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient, NoContent } from '../core/api-client';
import { SessionStore } from './session-store';
import { aProblem, aUser, anAccount } from './testing';

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
    http.expectOne('/api/v1/me').flush(anAccount());
    expect(await answers).toEqual(['signed-in', 'signed-in']);
    expect(session.user()?.username).toBe('nora');

    expect(await firstValueFrom(session.load())).toBe('signed-in');
  });

  it('takes a 401 as nobody being signed in', async () => {
    const answer = firstValueFrom(session.load());
    http.expectOne('/api/v1/me').flush(...aProblem(401, 'unauthenticated'));
    expect(await answer).toBe('signed-out');
    expect(session.signedOutReason()).toBe('never');
  });

  it('keeps asking while the server cannot be reached, and says so meanwhile', async () => {
    vi.useFakeTimers();
    const answer = firstValueFrom(session.load());
    http.expectOne('/api/v1/me').error(new ProgressEvent('error'));
    expect([session.status(), session.unreachable()]).toEqual(['unknown', true]);

    vi.advanceTimersByTime(1_000);
    http.expectOne('/api/v1/me').flush(anAccount());
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

  async function signIn(): Promise<void> {
    const user = firstValueFrom(session.signIn({ username: 'nora', password: 'correct horse' }));
    http.expectOne('/api/v1/auth/login').flush(anAccount());
    await user;
  }
});
