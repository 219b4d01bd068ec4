import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../store/chat-store';
import { RoomActions } from './room-actions';
import { membership, nora, room } from '../testing/builders';

describe('RoomActions', () => {
  let http: HttpTestingController;
  let chat: ChatStore;
  let actions: RoomActions;
  const notice = () => document.querySelector('mat-snack-bar-container');
  const held = room({ lastSeq: 4, me: membership({ unread: 4, markedUnread: true }) });

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        ...new FakeWire().providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: signal<User | null>(nora), ended: vi.fn() } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    chat = TestBed.inject(ChatStore);
    actions = TestBed.inject(RoomActions);
    TestBed.tick();
    http.expectOne('/api/v1/rooms?limit=200').flush({ items: [held], next: null });
  });

  afterEach(() => TestBed.inject(MatSnackBar).dismiss());

  it('keeps a room as the server answers that it is kept', async () => {
    actions.prefer(held, { pinned: true });
    const request = http.expectOne('/api/v1/rooms/r-1/me');
    expect(request.request.body).toEqual({ pinned: true });
    request.flush(membership({ pinnedAt: '2026-06-11T09:00:00.000Z' }));
    expect(chat.room('r-1')?.room.me?.pinnedAt).toBe('2026-06-11T09:00:00.000Z');
    await vi.waitFor(() => expect(notice()?.textContent).toContain('Release 2.8 is pinned to the top.'));
  });

  it('tells of it, and takes it back where the reader says so', async () => {
    actions.prefer(held, { archived: true });
    http.expectOne('/api/v1/rooms/r-1/me').flush(membership({ archivedAt: '2026-06-11T09:00:00.000Z' }));
    await vi.waitFor(() => expect(notice()?.textContent).toContain('Release 2.8 is archived.'));
    notice()?.querySelector('button')?.click();
    const undone = await vi.waitFor(() => http.expectOne('/api/v1/rooms/r-1/me'));
    expect(undone.request.body).toEqual({ archived: false });
    undone.flush(membership());
    expect(chat.room('r-1')?.room.me?.archivedAt).toBeNull();
  });

  it('forgets a room that was left, and tells of it', async () => {
    actions.leave(held);
    http.expectOne('/api/v1/rooms/r-1/leave').flush(null, { status: 204, statusText: 'No content' });
    expect(chat.room('r-1')).toBeNull();
    await vi.waitFor(() => expect(notice()?.textContent).toContain('You have left Release 2.8.'));
  });

  it('reads a room to its end, which takes the mark from it too', () => {
    actions.markRead(held);
    const request = http.expectOne('/api/v1/rooms/r-1/read');
    expect(request.request.body).toEqual({ seq: 4 });
    request.flush({ readSeq: 4, unread: 0 });
    expect(chat.room('r-1')?.room.me).toMatchObject({ readSeq: 4, unread: 0, markedUnread: false });
  });

  it('reads every room in which something waits, and no other', () => {
    chat.adopt(room({ id: 'r-2', lastSeq: 3, me: membership({ readSeq: 3 }) }));
    actions.markAllRead();
    http.expectOne('/api/v1/rooms/r-1/read').flush({ readSeq: 4, unread: 0 });
    http.expectNone('/api/v1/rooms/r-2/read');
  });

  it('reads them one after the other, and says once what could not be done', async () => {
    chat.adopt(room({ id: 'r-2', lastSeq: 3, me: membership({ unread: 3 }) }));
    actions.markAllRead();
    const [first, ...others] = http.match(({ url }) => url.endsWith('/read'));
    expect(others).toEqual([]);
    first?.error(new ProgressEvent('error'));
    await vi.waitFor(() => expect(notice()?.textContent).toContain('cannot be reached'));
    http.expectNone(({ url }) => url.endsWith('/read'));
  });

  it('says so when something could not be done, and changes nothing', async () => {
    actions.leave(held);
    http.expectOne('/api/v1/rooms/r-1/leave').error(new ProgressEvent('error'));
    await vi.waitFor(() => expect(notice()?.textContent).toContain('cannot be reached'));
    expect(chat.room('r-1')).not.toBeNull();
  });
});
