import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Message, User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../../rooms/store/chat-store';
import { nora, message, room } from '../../rooms/testing/builders';
import { History } from './history';
import { TimelineStore } from './timeline-store';

const MESSAGES = '/api/v1/rooms/r-1/messages';
const page = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

describe('History', () => {
  let http: HttpTestingController;
  let history: History;
  let chat: ChatStore;

  const seqs = (): number[] => {
    const log = chat.room('r-1')?.log ?? [];
    return [log[0]?.seq ?? 0, log.at(-1)?.seq ?? 0];
  };
  const flush = (query: string, items: Message[]): void => {
    http.expectOne(`${MESSAGES}?${query}`).flush({ items });
    TestBed.tick();
  };
  const refuse = (query: string): void => {
    const problem = { type: 'about:blank', title: 'down', status: 503, code: 'unavailable', detail: 'down' };
    http.expectOne(`${MESSAGES}?${query}`).flush(problem, { status: 503, statusText: 'down' });
  };
  const hold = (lastSeq: number, items: Message[]): void => {
    chat.adopt(room({ lastSeq, rev: lastSeq }));
    chat.addHistory('r-1', items);
    TestBed.tick();
  };

  beforeEach(() => {
    const held = (): ReturnType<ChatStore['room']> => TestBed.inject(ChatStore).room('r-1');
    TestBed.configureTestingModule({
      providers: [
        ...new FakeWire().providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        History,
        { provide: SessionStore, useValue: { user: signal<User | null>(nora), ended: () => undefined } },
        { provide: TimelineStore, useValue: { roomId: signal('r-1'), held } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    chat = TestBed.inject(ChatStore);
    history = TestBed.inject(History);
    TestBed.tick();
    http.expectOne('/api/v1/rooms?limit=200').flush({ items: [], next: null });
  });

  afterEach(() => http.verify());

  it('loads what is above, once at a time, down to the first message', () => {
    hold(60, page(11, 60));
    expect(history.older()).toBe('more');
    history.loadOlder();
    history.loadOlder();
    expect(history.older()).toBe('loading');
    flush('before=11&limit=100', page(1, 10));
    expect(history.older()).toBe('none');
    expect(seqs()).toEqual([1, 60]);
    history.loadOlder();
  });

  it('loads what is below a part of the log, up to the newest message', () => {
    hold(100, page(11, 60));
    expect(history.newer()).toBe('more');
    history.loadNewer();
    flush('after=60&limit=100', page(61, 100));
    expect(history.newer()).toBe('none');
    expect(seqs()).toEqual([11, 100]);
  });

  it('waits to be asked after a page could not be loaded', () => {
    hold(60, page(11, 60));
    history.loadOlder();
    refuse('before=11&limit=100');
    expect(history.older()).toBe('failed');
    history.loadOlder();
    history.retry();
    flush('before=11&limit=100', page(1, 10));
    expect(history.older()).toBe('none');
  });

  it('drops a page that comes after a jump to another part of the log', () => {
    hold(5_000, page(101, 200));
    history.loadOlder();
    history.loadEnd().subscribe();
    flush('limit=100', page(4_901, 5_000));
    flush('before=101&limit=100', page(1, 100));
    expect(seqs()).toEqual([4_901, 5_000]);
  });
});
