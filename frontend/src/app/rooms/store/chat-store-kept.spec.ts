import { TestBed } from '@angular/core/testing';
import { Subject, switchMap } from 'rxjs';
import { ChatCache } from './chat-cache';
import { ChatPage, head } from '../testing/chat-page';
import { grace, message, nora, room } from '../testing/builders';

describe('ChatStore on a device that has kept something', () => {
  let page: ChatPage;

  beforeEach(() => {
    vi.useFakeTimers();
    page = new ChatPage();
    page.list(room({ lastSeq: 2, rev: 2 }), room({ id: 'r-2' }));
    page.chat.addHistory('r-1', [message(1), message(2)]);
    TestBed.inject(ChatCache).opened('r-1');
    page.leaving.next();
    page.open();
  });

  afterEach(() => {
    ignoreRequests();
    page.http.verify();
    vi.useRealTimers();
  });

  /** The rest of what is asked for at the start stays without an answer. */
  const ignoreRequests = (): unknown => page.http.match(() => true);

  it('shows the rooms and the log of those opened last before the network answers', () => {
    expect(page.chat.loadState()).toBe('ready');
    expect(
      page.chat
        .rooms()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['r-1', 'r-2']);
    expect(page.logOf('r-1')).toEqual([1, 2]);
  });

  it('does not wait for a device that takes its time, and shows what it has kept when it comes', () => {
    const answer = openSlowly();
    page.failList();
    expect(page.chat.loadState()).toBe('failed');
    answer();
    expect([page.chat.loadState(), page.logOf('r-1')]).toEqual(['ready', [1, 2]]);
  });

  it('takes nothing from a device that answers after the server has', () => {
    const answer = openSlowly();
    page.list(room({ lastSeq: 2, rev: 2 }));
    page.wire.ready([head('r-1', 2)]);
    answer();
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-1']);
  });

  /** Opens the page once more; what it has kept comes when that is told to. */
  function openSlowly(): () => void {
    ignoreRequests();
    const gate = new Subject<void>();
    const read = page.local.read.bind(page.local);
    vi.spyOn(page.local, 'read').mockImplementation((...of) => gate.pipe(switchMap(() => read(...of))));
    page.open();
    vi.advanceTimersByTime(1_000);
    return () => gate.next();
  }

  it('fetches what has come since, and no more', () => {
    ignoreRequests();
    page.wire.ready([head('r-1', 3), head('r-2', 0)]);
    page.answerChanges(2, { room: room({ rev: 3, lastSeq: 3 }), messages: [message(3)] });
    expect(page.logOf('r-1')).toEqual([1, 2, 3]);
  });

  it('lets go of a room that its reader is in no longer', () => {
    page.wire.ready([head('r-1', 2)]);
    page.leaving.next();
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-1']);
    ignoreRequests();
    page.open();
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-1']);
  });

  it('keeps nothing of it for anybody else', () => {
    ignoreRequests();
    page.who.set(grace);
    TestBed.tick();
    expect(page.chat.rooms()).toEqual([]);
  });

  it('leaves out what it cannot read any more', async () => {
    ignoreRequests();
    await page.local.write('rooms', nora.id, new Map([['r-2', { room: 'of another time' }]]));
    page.open();
    expect(page.chat.rooms().map(({ id }) => id)).toEqual(['r-1']);
  });

  it('writes only the rooms that have changed', () => {
    ignoreRequests();
    const write = vi.spyOn(page.local, 'write');
    page.leaving.next();
    expect(write).toHaveBeenLastCalledWith('rooms', nora.id, new Map());
    page.wire.ready([head('r-1', 2), head('r-2', 0)]);
    page.hear(3);
    vi.advanceTimersByTime(0);
    page.leaving.next();
    expect([...(write.mock.lastCall?.[2].keys() ?? [])]).toContain('r-1');
  });
});
