import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { User } from '#shared';
import { SessionStore } from '../auth/session-store';
import { FakeWire } from '../realtime/testing/fake-wire';
import { ChatStore } from './chat-store';
import { RoomActions } from './room-actions';
import { membership, nora, room } from './testing/builders';

describe('RoomActions', () => {
  let http: HttpTestingController;
  let chat: ChatStore;
  let actions: RoomActions;
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

  it('keeps a room as the server answers that it is kept', () => {
    actions.prefer('r-1', { pinned: true });
    const request = http.expectOne('/api/v1/rooms/r-1/me');
    expect(request.request.body).toEqual({ pinned: true });
    request.flush(membership({ pinnedAt: '2026-06-11T09:00:00.000Z' }));
    expect(chat.room('r-1')?.room.me?.pinnedAt).toBe('2026-06-11T09:00:00.000Z');
  });

  it('reads a room to its end, which takes the mark from it too', () => {
    actions.markRead(held);
    const request = http.expectOne('/api/v1/rooms/r-1/read');
    expect(request.request.body).toEqual({ seq: 4 });
    request.flush({ readSeq: 4, unread: 0 });
    expect(chat.room('r-1')?.room.me).toMatchObject({ readSeq: 4, unread: 0, markedUnread: false });
  });

  it('says so when something could not be done, and changes nothing', () => {
    actions.leave('r-1');
    http.expectOne('/api/v1/rooms/r-1/leave').error(new ProgressEvent('error'));
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain('cannot be reached');
    expect(chat.room('r-1')).not.toBeNull();
  });
});
