import { TestBed } from '@angular/core/testing';
import { ChatPage, head } from '../testing/chat-page';
import { grace, message, room } from '../testing/builders';

describe('ChatStore', () => {
  const [ended, ask] = [vi.fn(), vi.fn()];
  let page: ChatPage;

  beforeEach(() => {
    vi.useFakeTimers();
    ended.mockClear();
    ask.mockClear();
    page = new ChatPage({ ended, ask });
  });

  afterEach(() => {
    page.http.verify();
    vi.useRealTimers();
  });

  it('loads the rooms of whoever is signed in, newest activity first', () => {
    expect(page.chat.loadState()).toBe('loading');
    page.list(room({ id: 'r-old' }), room({ id: 'r-new', createdAt: '2026-06-11T11:00:00.000Z' }));
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-new', 'r-old']);
    expect(page.chat.loadState()).toBe('ready');
  });

  it('says when the rooms could not be loaded, and loads them when asked again', () => {
    page.failList();
    expect(page.chat.loadState()).toBe('failed');
    page.chat.reload();
    expect(page.chat.loadState()).toBe('loading');
    page.list(room());
    expect(page.chat.loadState()).toBe('ready');
  });

  it('appends a live message', () => {
    page.list(room());
    page.hear(1);
    expect(page.logOf('r-1')).toEqual([1]);
    expect(page.chat.rooms()[0]).toMatchObject({ lastSeq: 1, me: { unread: 1 } });
  });

  it('fetches what it has missed when the revision jumps, and misses nothing that comes meanwhile', () => {
    page.list(room());
    page.hear(1);
    page.hear(3);
    page.hear(4);
    expect(page.logOf('r-1')).toEqual([1]);
    page.answerChanges(1, { room: room({ rev: 3, lastSeq: 3 }), messages: [message(2), message(3)] });
    expect(page.logOf('r-1')).toEqual([1, 2, 3]);
    vi.advanceTimersByTime(1_000);
    page.answerChanges(3, { room: room({ rev: 4, lastSeq: 4 }), messages: [message(4)] });
    expect(page.logOf('r-1')).toEqual([1, 2, 3, 4]);
  });

  it('fetches after a reconnect only the rooms that have moved on', () => {
    page.list(room({ rev: 5, lastSeq: 5 }), room({ id: 'r-2', rev: 7 }));
    page.wire.ready([head('r-1', 6), head('r-2', 7)]);
    page.answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(page.chat.room('r-1')?.room.rev).toBe(6);
  });

  it('asks once more when the first try to catch up gets no answer', () => {
    page.list(room({ rev: 5, lastSeq: 5 }));
    page.wire.ready([head('r-1', 6)]);
    page.http.expectOne('/api/v1/rooms/r-1/changes?since=5').error(new ProgressEvent('error'));
    vi.advanceTimersByTime(1_000);
    page.answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(page.chat.room('r-1')?.room.rev).toBe(6);
  });

  it('begins the log anew where it has missed too much', () => {
    page.list(room());
    page.hear(1);
    page.wire.ready([head('r-1', 900)]);
    page.answerChanges(1, { room: room({ rev: 900, lastSeq: 900 }), limited: true });
    expect(page.logOf('r-1')).toEqual([1]);
    page.http.expectOne('/api/v1/rooms/r-1/messages').error(new ProgressEvent('error'));
    expect(page.logOf('r-1')).toEqual([1]);
    vi.advanceTimersByTime(1_000);
    page.http.expectOne('/api/v1/rooms/r-1/messages').flush({ items: [message(899), message(900)] });
    page.http.expectOne('/api/v1/rooms/r-1/members?limit=200').flush({ items: [], next: null });
    expect(page.logOf('r-1')).toEqual([899, 900]);
  });

  it('catches up with news of a room that came while the list was on its way', () => {
    page.hear(6);
    page.list(room({ rev: 5, lastSeq: 5 }));
    page.answerChanges(5, { room: room({ rev: 6, lastSeq: 6 }) });
    expect(page.chat.room('r-1')?.room.rev).toBe(6);
  });

  it('asks for the list again when a room came along that it does not hold', () => {
    page.list(room());
    page.wire.ready([head('r-1', 0), head('r-2', 1)]);
    page.list(room(), room({ id: 'r-2', rev: 1 }));
    expect(page.chat.room('r-2')).not.toBeNull();
  });

  it('lets go of a room that the reader is no longer in', () => {
    page.list(room(), room({ id: 'r-2' }));
    page.wire.ready([head('r-2', 0)]);
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-2']);
    page.wire.say('events', [{ type: 'room.removed', roomId: 'r-2' }]);
    expect(page.chat.rooms()).toEqual([]);
  });

  it('takes in a room that the reader was added to', () => {
    page.list();
    page.wire.say('events', [{ type: 'room.added', room: room() }]);
    expect(page.chat.room('r-1')?.room.name).toBe('Release 2.8');
  });

  it('ends the session when the server does', () => {
    page.list();
    page.wire.say('session:ended', { reason: 'signed out elsewhere' });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('forgets everything and disconnects on sign-out, and begins anew for the next', () => {
    page.list(room());
    page.who.set(null);
    TestBed.tick();
    expect(page.chat.rooms()).toEqual([]);
    expect(page.chat.loadState()).toBe('loading');
    expect(page.wire.disconnects).toBe(1);
    page.who.set(grace);
    TestBed.tick();
    page.list(room({ id: 'r-9' }));
    expect(page.chat.state().userId).toBe(grace.id);
  });

  it('asks again who is signed in when the server knows this browser as somebody else', () => {
    page.list(room());
    page.wire.say('ready', { protocol: 1, userId: grace.id, serverTime: '2026-06-11T10:00:00.000Z', heads: [] });
    expect(ask).toHaveBeenCalledOnce();
    expect(page.chat.rooms()).toHaveLength(1);
  });
});
