import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { SessionStore } from '../../auth/session-store';
import { anAccount, aProblem, tellWhoItIs } from '../../auth/testing';
import { PrivacyStore } from './privacy-store';

describe('the privacy of the reader', () => {
  let http: HttpTestingController;
  let store: PrivacyStore;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    const known = firstValueFrom(TestBed.inject(SessionStore).load());
    tellWhoItIs(http, anAccount());
    await known;
    store = TestBed.inject(PrivacyStore);
  });

  it('shows a change before the server has heard of it', () => {
    store.change({ sharePresence: false });
    expect(store.settings()).toEqual({ sharePresence: false, shareReceipts: true });
    const request = http.expectOne({ method: 'PATCH', url: '/api/v1/me' });
    expect(request.request.body).toEqual({ settings: { sharePresence: false } });
    request.flush(anAccount({ settings: { sharePresence: false, shareReceipts: true } }));
    expect(store.settings()).toEqual({ sharePresence: false, shareReceipts: true });
    expect(store.problem()).toBe('');
  });

  it('takes a refused change back and says why, until the next try', () => {
    store.change({ shareReceipts: false });
    http.expectOne('/api/v1/me').flush(...aProblem(503, 'unavailable'));
    expect(store.settings()).toEqual({ sharePresence: true, shareReceipts: true });
    expect(store.problem()).toBe('Nothing was changed. The server says no.');
    store.change({ shareReceipts: false });
    expect(store.problem()).toBe('');
  });

  it('tells changes in order, and shows the last word meanwhile', () => {
    store.change({ sharePresence: false });
    store.change({ sharePresence: true });
    expect(store.settings()?.sharePresence).toBe(true);
    http.expectOne('/api/v1/me').flush(anAccount({ settings: { sharePresence: false, shareReceipts: true } }));
    expect(store.settings()?.sharePresence).toBe(true);
    const second = http.expectOne('/api/v1/me');
    expect(second.request.body).toEqual({ settings: { sharePresence: true } });
    second.flush(anAccount());
    expect(store.settings()?.sharePresence).toBe(true);
  });
});
