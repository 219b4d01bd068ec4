import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '../../auth/session-store';
import { anAccount } from '../../auth/testing';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { Lobby } from './lobby';
import { LobbyHarness } from './lobby.harness';
import { membership, message, nora, room } from '../testing/builders';

const LIST = '/api/v1/rooms?limit=200';

describe('the list of conversations', () => {
  let http: HttpTestingController;

  beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: true })));
  afterEach(() => vi.unstubAllGlobals());

  async function open() {
    TestBed.configureTestingModule({
      imports: [Lobby],
      providers: [
        ...new FakeWire().providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SessionStore, useValue: { user: signal(nora), account: signal(anAccount()) } },
      ],
    });
    // What its template defers is found out asynchronously.
    await TestBed.compileComponents();
    http = TestBed.inject(HttpTestingController);
    return TestbedHarnessEnvironment.harnessForFixture(TestBed.createComponent(Lobby), LobbyHarness);
  }
  const asked = () => vi.waitFor(() => http.expectOne(LIST));

  it('shows that it is loading, and then the conversations, the newest first', async () => {
    const lobby = await open();
    expect(await lobby.isLoading()).toBe(true);
    const lastMessage = message(1, { createdAt: '2026-06-11T10:00:00.000Z' });
    const rooms = [
      room({ id: 'r-2', name: 'Retro' }),
      room({ lastMessage, lastSeq: 1, me: membership({ unread: 1 }) }),
    ];
    (await asked()).flush({ items: rooms, next: null });
    expect(await lobby.titles()).toEqual(['Release 2.8', 'Retro']);
    expect(await lobby.isLoading()).toBe(false);
    const [first] = await lobby.rows();
    expect(await first?.preview()).toContain('Message 1');
    expect(await first?.looksUnread()).toBe(true);
  });

  it('says that it could not be loaded, and asks again', async () => {
    const lobby = await open();
    (await asked()).error(new ProgressEvent('error'));
    expect(await lobby.alert()).toBe('Your conversations could not be loaded.');
    expect(await lobby.ways()).toEqual(['Try again']);
    await lobby.press('Try again');
    (await asked()).flush({ items: [room()], next: null });
    expect(await lobby.titles()).toEqual(['Release 2.8']);
    expect(await lobby.alert()).toBeNull();
  });

  it('leads whoever has none to rooms and people', async () => {
    const lobby = await open();
    (await asked()).flush({ items: [], next: null });
    expect(await lobby.notes()).toEqual([
      'No conversations yet',
      'Join a room that is open to everybody, or write to somebody.',
    ]);
    expect(await lobby.ways()).toEqual(['Browse rooms', 'Find people']);
  });
});
