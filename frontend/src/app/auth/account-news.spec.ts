import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RealtimeClient } from '../realtime/realtime-client';
import { FakeWire } from '../realtime/testing/fake-wire';
import { AccountNews } from './account-news';
import { SessionStore } from './session-store';
import { anAccount, aUser, tellWhoItIs } from './testing';

describe('the account', () => {
  it('follows what is changed about it elsewhere, and nobody else’s', () => {
    const wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [...wire.providers(), provideHttpClient(), provideHttpClientTesting()],
    });
    const session = TestBed.inject(SessionStore);
    session.load().subscribe();
    tellWhoItIs(TestBed.inject(HttpTestingController), anAccount());
    TestBed.inject(AccountNews);
    TestBed.inject(RealtimeClient).start();

    const settings = { sharePresence: false, shareReceipts: true };
    wire.say('events', [{ type: 'account.updated', account: anAccount({ settings }) }]);
    expect(session.account()?.settings).toEqual(settings);
    wire.say('events', [{ type: 'account.updated', account: anAccount({ user: aUser({ id: 'u-other' }) }) }]);
    expect(session.user()?.id).toBe('u-nora');
  });

  it('is changed on the server first', () => {
    TestBed.configureTestingModule({
      providers: [...new FakeWire().providers(), provideHttpClient(), provideHttpClientTesting()],
    });
    const session = TestBed.inject(SessionStore);
    const http = TestBed.inject(HttpTestingController);
    session.load().subscribe();
    tellWhoItIs(http, anAccount());
    session.update({ displayName: 'Nora W.' }).subscribe();
    expect(session.user()?.displayName).toBe('Nora Whitfield');
    http.expectOne('/api/v1/me').flush(anAccount({ user: aUser({ displayName: 'Nora W.' }) }));
    expect(session.user()?.displayName).toBe('Nora W.');
  });
});
