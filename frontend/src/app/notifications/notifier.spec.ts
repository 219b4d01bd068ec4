import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FOREVER, type Message, type User } from '#shared';
import { of, Subject } from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { Tabs } from '../core/tabs';
import { FakeTabs } from '../core/testing/fake-tabs';
import { FakeWire } from '../realtime/testing/fake-wire';
import { NoticeBoard } from './notice-board';
import { Notifier } from './notifier';
import { Presenter } from './presenter';
import { RollCall } from './roll-call';
import { NotificationSettingsStore } from './settings-store';
import { grace, message, nora, room } from './testing';

describe('Notifier', () => {
  const who = signal<User | null>(nora);
  const [present, tidy] = [vi.fn(), vi.fn()];
  const navigate = vi.fn(() => Promise.resolve(true));
  const chosen = new Subject<string>();
  let left: { promise: Promise<void>; found: () => void };
  let isLooking: boolean;
  let wire: FakeWire;
  let tabs: FakeTabs;
  let http: HttpTestingController;

  const settle = async (ms = 0): Promise<void> => {
    TestBed.tick();
    await vi.advanceTimersByTimeAsync(ms);
  };
  const hear = (news: Message): void =>
    wire.say('events', [{ type: 'message.created', roomId: news.roomId, rev: news.rev, message: news }]);
  const list = (...items: ReturnType<typeof room>[]): void =>
    http.expectOne('/api/v1/rooms?limit=200').flush({ items, next: null });
  const nameThem = (): void =>
    http.expectOne(({ url }) => url === '/api/v1/users').flush({ items: [grace], next: null });

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.clearAllMocks();
    who.set(nora);
    isLooking = false;
    let found = (): void => undefined;
    left = { promise: new Promise((done) => (found = done)), found: () => found() };
    wire = new FakeWire();
    tabs = new FakeTabs();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: who, ended: vi.fn() } },
        { provide: Presenter, useValue: { present, tidy, takeOver: () => left.promise } },
        { provide: NoticeBoard, useValue: { chosen$: chosen } },
        { provide: RollCall, useValue: { join: () => of(), anyoneLooks: () => of(isLooking) } },
        { provide: Router, useValue: { navigate } },
        { provide: Tabs, useValue: tabs },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Notifier);
    await settle();
  });
  afterEach(() => vi.useRealTimers());

  it('says nothing of what was unread before it came', async () => {
    list(room({ lastSeq: 3, rev: 3, lastMessage: message(3) }));
    await settle(5_000);
    expect(present).not.toHaveBeenCalled();
  });

  it('tells of a message once it knows who wrote it', async () => {
    list(room());
    await settle();
    hear(message(1));
    await settle(100);
    expect(present).not.toHaveBeenCalled();
    nameThem();
    await settle();
    expect(present).toHaveBeenCalledOnce();
    expect(present.mock.lastCall?.[0]).toMatchObject({ roomId: 'r-1', title: 'Grace Lindqvist \u00b7 Release 2.8' });
  });

  it('does not wait long for a name', async () => {
    list(room());
    await settle();
    hear(message(1));
    await settle(1_500);
    expect(present.mock.lastCall?.[0]).toMatchObject({ title: 'Release 2.8', body: 'Message 1' });
  });

  it('tells of what catching up has brought, once for the room', async () => {
    list(room());
    await settle();
    hear(message(4));
    http.expectOne('/api/v1/rooms/r-1/changes?since=0').flush({
      room: room({ rev: 4, lastSeq: 4, lastMessage: message(4) }),
      messages: [1, 2, 3, 4].map((seq) => message(seq)),
      members: [],
      limited: false,
    });
    await settle(1_500);
    expect(present).toHaveBeenCalledOnce();
    expect(present.mock.lastCall?.[0]).toMatchObject({ body: '4 new messages\nMessage 4' });
  });

  it('says nothing while another tab speaks for all, and speaks once that one is gone', async () => {
    tabs.isTaken = true;
    who.set(null);
    await settle();
    http.match(() => true);
    who.set(nora);
    await settle();
    list(room());
    await settle();
    hear(message(1));
    await settle(1_500);
    expect(present).not.toHaveBeenCalled();
    tabs.release();
    await settle();
    hear(message(2));
    await settle(1_500);
    expect(present.mock.lastCall?.[0]).toMatchObject({ body: 'Message 2' });
  });

  it('says nothing while somebody looks', async () => {
    isLooking = true;
    list(room());
    await settle();
    hear(message(1));
    await settle(1_500);
    expect(present).not.toHaveBeenCalled();
  });

  it('says nothing to whoever looks while the name of who wrote is looked for', async () => {
    list(room());
    await settle();
    hear(message(1));
    await settle();
    isLooking = true;
    await settle(1_500);
    expect(present).not.toHaveBeenCalled();
  });

  it('says nothing to whoever looked when it came, though they look away while the name is looked for', async () => {
    isLooking = true;
    list(room());
    await settle();
    hear(message(1));
    await settle();
    isLooking = false;
    await settle(1_500);
    expect(present).not.toHaveBeenCalled();
  });

  it('says nothing of what came in a quiet time that ends while the name is looked for', async () => {
    const store = TestBed.inject(NotificationSettingsStore);
    store.changeQuiet({ until: FOREVER });
    list(room());
    await settle();
    hear(message(1));
    await settle();
    store.changeQuiet({ until: null });
    await settle(1_500);
    expect(present).not.toHaveBeenCalled();
  });

  it('takes what the next one who signs in has not read for no news', async () => {
    list(room());
    await settle();
    who.set(null);
    await settle();
    who.set(grace);
    await settle();
    list(room({ lastSeq: 3, rev: 3, lastMessage: message(3, { senderId: nora.id }) }));
    await settle(5_000);
    expect(present).not.toHaveBeenCalled();
  });

  it('tidies what an earlier page has left up, as soon as it knows of it', async () => {
    list(room({ lastSeq: 3, rev: 3, lastMessage: message(3) }));
    await settle();
    tidy.mockClear();
    left.found();
    await settle();
    expect(tidy).toHaveBeenCalledOnce();
  });

  it('opens the conversation that was chosen', () => {
    chosen.next('r-7');
    expect(navigate).toHaveBeenCalledExactlyOnceWith(['/rooms', 'r-7']);
  });
});
