import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Changes, Head, Message, Room, User } from '#shared';
import { SessionStore } from '../auth/session-store';
import { FakeWire } from '../realtime/testing/fake-wire';
import { ChatStore } from './chat-store';
import { grace, membership, message, nora, room } from './testing/builders';

const BASE = '/api/v1';
const created = (news: Message) => ({ type: 'message.created', roomId: news.roomId, rev: news.rev, message: news });
const head = (roomId: string, rev: number): Head => {
  const { role: _role, unread: _unread, joinedAt: _joinedAt, ...me } = membership();
  return { roomId, rev, lastSeq: rev, watermark: { readSeq: 0, deliveredSeq: 0 }, ...me };
};

describe('ChatStore', () => {
  let wire: FakeWire;
  let http: HttpTestingController;
  let chat: ChatStore;
  const who = signal<User | null>(nora);
  const ended = vi.fn();

  const list = (...items: Room[]): void => http.expectOne(`${BASE}/rooms?limit=200`).flush({ items, next: null });
  const answerChanges = (since: number, changes: Partial<Changes>): void =>
    http
      .expectOne(`${BASE}/rooms/r-1/changes?since=${since}`)
      .flush({ room: room(), messages: [], members: [], limited: false, ...changes });
  const logOf = (roomId: string): number[] => (chat.room(roomId)?.log ?? []).map(({ seq }) => seq);

  beforeEach(() => {
    vi.useFakeTimers();
    who.set(nora);
    ended.mockClear();
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: who, ended } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    chat = TestBed.inject(ChatStore);
    TestBed.tick();
  });

  afterEach(() => {
    http.verify();
    vi.useRealTimers();
  });

  it('loads the rooms of whoever is signed in, newest activity first', () => {
    expect(chat.loadState()).toBe('loading');
    list(room({ id: 'r-old' }), room({ id: 'r-new', createdAt: '2026-06-11T11:00:00.000Z' }));
    expect(chat.rooms().map(({ id }) => id)).toEqual(['r-new', 'r-old']);
    expect(chat.loadState()).toBe('ready');
  });

  it('says when the rooms could not be loaded, and loads them when asked again', () => {
    http.expectOne(`${BASE}/rooms?limit=200`).error(new ProgressEvent('error'));
    expect(chat.loadState()).toBe('failed');
    chat.reload();
    expect(chat.loadState()).toBe('loading');
    list(room());
    expect(chat.loadState()).toBe('ready');
  });

  it('appends a live message', () => {
    list(room());
    wire.say('events', [created(message(1))]);
    expect(logOf('r-1')).toEqual([1]);
    expect(chat.rooms()[0]).toMatchObject({ lastSeq: 1, me: { unread: 1 } });
  });

  it('fetches what it has missed when the revision jumps, and misses nothing that comes meanwhile', () => {
    list(room());
    wire.say('events', [created(message(1))]);
    wire.say('events', [created(message(3))]);
    wire.say('events', [created(message(4))]);
    expect(logOf('r-1')).toEqual([1]);
    answerChanges(1, { room: room({ rev: 3, lastSeq: 3 }), messages: [message(2), message(3)] });
    expect(logOf('r-1')).toEqual([1, 2, 3]);
    vi.advanceTimersByTime(1_000);
    answerChanges(3, { room: room({ rev: 4, lastSeq: 4 }), messages: [message(4)] });
    expect(logOf('r-1')).toEqual([1, 2, 3, 4]);
  });

  it('fetches after a reconnect only the rooms that have moved on', () => {
    list(room({ rev: 5, lastSeq: 5 }), room({ id: 'r-2', rev: 7 }));
    wire.ready([head('r-1', 6), head('r-2', 7)]);
    answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(chat.room('r-1')?.room.rev).toBe(6);
  });

  it('asks once more when the first try to catch up gets no answer', () => {
    list(room({ rev: 5, lastSeq: 5 }));
    wire.ready([head('r-1', 6)]);
    http.expectOne(`${BASE}/rooms/r-1/changes?since=5`).error(new ProgressEvent('error'));
    vi.advanceTimersByTime(1_000);
    answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(chat.room('r-1')?.room.rev).toBe(6);
  });

  it('begins the log anew where it has missed too much', () => {
    list(room());
    wire.say('events', [created(message(1))]);
    wire.ready([head('r-1', 900)]);
    answerChanges(1, { room: room({ rev: 900, lastSeq: 900 }), limited: true });
    http.expectOne(`${BASE}/rooms/r-1/messages`).flush({ items: [message(899), message(900)] });
    http.expectOne(`${BASE}/rooms/r-1/members?limit=200`).flush({ items: [], next: null });
    expect(logOf('r-1')).toEqual([899, 900]);
  });

  it('catches up with news of a room that came while the list was on its way', () => {
    wire.say('events', [created(message(6))]);
    list(room({ rev: 5, lastSeq: 5 }));
    answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(chat.room('r-1')?.room.rev).toBe(6);
  });

  it('asks for the list again when a room came along that it does not hold', () => {
    list(room());
    wire.ready([head('r-1', 0), head('r-2', 1)]);
    list(room(), room({ id: 'r-2', rev: 1 }));
    expect(chat.room('r-2')).not.toBeNull();
  });

  it('lets go of a room that the reader is no longer in', () => {
    list(room(), room({ id: 'r-2' }));
    wire.ready([head('r-2', 0)]);
    expect(chat.rooms().map(({ id }) => id)).toEqual(['r-2']);
    wire.say('events', [{ type: 'room.removed', roomId: 'r-2' }]);
    expect(chat.rooms()).toEqual([]);
  });

  it('takes in a room that the reader was added to', () => {
    list();
    wire.say('events', [{ type: 'room.added', room: room() }]);
    expect(chat.room('r-1')?.room.name).toBe('Release 2.8');
  });

  it('ends the session when the server does', () => {
    list();
    wire.say('session:ended', { reason: 'signed out elsewhere' });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('forgets everything and disconnects on sign-out, and begins anew for the next', () => {
    list(room());
    who.set(null);
    TestBed.tick();
    expect(chat.rooms()).toEqual([]);
    expect(wire.disconnects).toBe(1);
    who.set(grace);
    TestBed.tick();
    list(room({ id: 'r-9' }));
    expect(chat.state().userId).toBe(grace.id);
  });
});
