import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { BehaviorSubject, map } from 'rxjs';
import type { Message, Room, User } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../../rooms/store/chat-store';
import { grace, member, membership, message, nora, room } from '../../rooms/testing/builders';
import { TimelineStore } from './timeline-store';

const BASE = '/api/v1';
const page = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

const unreadRoom = (lastSeq: number, readSeq: number): Room => {
  const { me, ...rest } = room({ lastSeq, rev: lastSeq });
  return { ...rest, me: me && { ...me, readSeq, unread: lastSeq - readSeq } };
};

/** How far a room has come, as the server tells when a connection is made. */
const headAt = (roomId: string, rev: number, readSeq: number) => {
  const { role: _role, unread: _unread, joinedAt: _joinedAt, ...me } = membership({ readSeq });
  return { roomId, rev, lastSeq: rev, watermark: { readSeq: 0, deliveredSeq: 0 }, ...me };
};

describe('TimelineStore', () => {
  let wire: FakeWire;
  let http: HttpTestingController;
  let timeline: TimelineStore;
  const roomId = new BehaviorSubject('r-1');

  const flush = (path: string, body: object): void => {
    http.expectOne(`${BASE}${path}`).flush(body);
    TestBed.tick();
  };
  const refuse = (path: string, status: number, code: string): void => {
    const problem = { type: 'about:blank', title: code, status, code, detail: code };
    http.expectOne(`${BASE}${path}`).flush(problem, { status, statusText: code });
  };
  const openWith = (lastSeq: number, messages: Message[]): void => {
    flush('/rooms/r-1', room({ lastSeq, rev: lastSeq }));
    flush('/rooms/r-1/messages?limit=60', { items: messages });
    flush('/rooms/r-1/members?limit=200', { items: [member(nora), member(grace)], next: null });
  };

  beforeEach(() => {
    roomId.next('r-1');
    wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        TimelineStore,
        { provide: SessionStore, useValue: { user: signal<User | null>(nora), ended: () => undefined } },
        {
          provide: ActivatedRoute,
          useValue: { paramMap: roomId.pipe(map((id) => convertToParamMap({ roomId: id }))) },
        },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    timeline = TestBed.inject(TimelineStore);
    TestBed.tick();
    flush('/rooms?limit=200', { items: [], next: null });
  });

  afterEach(() => http.verify());

  it('opens a room with its newest page and its members', () => {
    expect(timeline.state()).toBe('loading');
    openWith(120, page(71, 120));
    expect(timeline.state()).toBe('ready');
    expect(timeline.held()?.log).toHaveLength(50);
  });

  it('opens a room with much unread where its reader has stopped', () => {
    flush('/rooms/r-1', unreadRoom(1_000, 300));
    flush('/rooms/r-1/messages?around=301&limit=60', { items: page(271, 330) });
    flush('/rooms/r-1/members?limit=200', { items: [member(nora), member(grace)], next: null });
    expect(timeline.state()).toBe('ready');
    expect(timeline.entry().unread).toEqual({ afterSeq: 300, count: 700 });
  });

  it('knows what is unread also where the connection is made while the log is on its way', () => {
    flush('/rooms/r-1', unreadRoom(3, 1));
    wire.ready([headAt('r-1', 3, 1)]);
    TestBed.tick();
    expect(timeline.isSettled()).toBe(false);
    flush('/rooms/r-1/messages?limit=60', { items: page(1, 3) });
    expect([timeline.isSettled(), timeline.entry().unread]).toEqual([true, { afterSeq: 1, count: 2 }]);
    http.expectOne(`${BASE}/rooms/r-1/members?limit=200`);
  });

  it('loads the end again when its reader comes back to a room that was left far above it', () => {
    openWith(120, page(61, 120));
    TestBed.inject(ChatStore).addHistory('r-1', page(1, 20));
    roomId.next('r-2');
    TestBed.tick();
    refuse('/rooms/r-2', 404, 'not_found');
    roomId.next('r-1');
    TestBed.tick();
    flush('/rooms/r-1/messages?limit=60', { items: page(61, 120) });
    expect(timeline.held()?.log.at(-1)?.seq).toBe(120);
  });

  it('says the same of a room that is absent and of one that is not open to the reader', () => {
    refuse('/rooms/r-1', 404, 'not_found');
    expect(timeline.state()).toBe('not-found');
  });

  it('opens when asked again after a failure', () => {
    refuse('/rooms/r-1', 503, 'unavailable');
    expect(timeline.state()).toBe('failed');
    timeline.reopen();
    openWith(1, page(1, 1));
    expect(timeline.state()).toBe('ready');
  });

  it('shows a public room before it is joined, and keeps it out of the list', () => {
    flush('/rooms/r-1', room({ me: null }));
    expect(timeline.state()).toBe('preview');
    expect(timeline.room()?.name).toBe('Release 2.8');
    expect(TestBed.inject(ChatStore).rooms()).toEqual([]);
  });

  it('opens a public room that its reader has joined, wherever they have', () => {
    flush('/rooms/r-1', room({ me: null }));
    TestBed.inject(ChatStore).adopt(room());
    TestBed.tick();
    flush('/rooms/r-1/members?limit=200', { items: [], next: null });
    expect(timeline.state()).toBe('ready');
  });

  it('asks for nothing again when the reader comes back to a room', () => {
    openWith(1, page(1, 1));
    roomId.next('r-2');
    TestBed.tick();
    refuse('/rooms/r-2', 404, 'not_found');
    roomId.next('r-1');
    TestBed.tick();
    expect(timeline.state()).toBe('ready');
  });

  it('is gone when the reader is taken out of the room', () => {
    openWith(1, page(1, 1));
    TestBed.inject(ChatStore).forget('r-1');
    expect(timeline.state()).toBe('not-found');
  });

  it('opens once its reader is added to it, for the first time or again', () => {
    refuse('/rooms/r-1', 404, 'not_found');
    wire.say('events', [{ type: 'room.added', room: room({ lastSeq: 1, rev: 1 }) }]);
    TestBed.tick();
    flush('/rooms/r-1/messages?limit=60', { items: page(1, 1) });
    flush('/rooms/r-1/members?limit=200', { items: [member(nora), member(grace)], next: null });
    expect(timeline.state()).toBe('ready');
    wire.say('events', [{ type: 'room.removed', roomId: 'r-1' }]);
    TestBed.tick();
    expect(timeline.state()).toBe('not-found');
    wire.say('events', [{ type: 'room.added', room: room({ lastSeq: 3, rev: 3 }) }]);
    TestBed.tick();
    expect(timeline.state()).toBe('loading');
    flush('/rooms/r-1/messages?limit=60', { items: page(1, 3) });
    flush('/rooms/r-1/members?limit=200', { items: [member(nora), member(grace)], next: null });
    expect([timeline.state(), timeline.held()?.log.length]).toEqual(['ready', 3]);
  });

  it('says that a room is not on this device, and opens it once there is a connection', () => {
    http.expectOne(`${BASE}/rooms/r-1`).error(new ProgressEvent('error'));
    expect(timeline.state()).toBe('unreached');
    wire.ready();
    TestBed.tick();
    openWith(1, page(1, 1));
    expect(timeline.state()).toBe('ready');
  });

  it('opens with what is held where the rest cannot be loaded', () => {
    const chat = TestBed.inject(ChatStore);
    chat.adopt(room({ id: 'r-3', lastSeq: 90, rev: 90 }));
    chat.addHistory(
      'r-3',
      page(80, 90).map((each) => ({ ...each, roomId: 'r-3' })),
    );
    http.expectOne(`${BASE}/rooms/r-1`).flush(room({ me: null }));
    roomId.next('r-3');
    TestBed.tick();
    http.expectOne(`${BASE}/rooms/r-3/messages?limit=60`).error(new ProgressEvent('error'));
    http.match(() => true);
    expect(timeline.state()).toBe('ready');
  });

  describe('in a room that this device has kept', () => {
    const kept = (readSeq: number) => {
      const chat = TestBed.inject(ChatStore);
      chat.adopt({ ...unreadRoom(20, readSeq), id: 'r-3' });
      chat.addHistory('r-3', inR3(page(1, 20)));
      chat.addMembers('r-3', [member(nora), member(grace)]);
      http.expectOne(`${BASE}/rooms/r-1`).flush(room({ me: null }));
      roomId.next('r-3');
      TestBed.tick();
    };
    const inR3 = (messages: Message[]) => messages.map((each) => ({ ...each, roomId: 'r-3' }));
    const answer = (lastSeq: number, readSeq: number, messages: Message[]) => {
      const now = { ...unreadRoom(lastSeq, readSeq), id: 'r-3' };
      flush('/rooms/r-3/changes?since=20', { room: now, messages: inR3(messages), members: [], limited: false });
    };

    it('knows what is unread only once the server has told what has come since', () => {
      kept(20);
      expect([timeline.state(), timeline.entry().unread, timeline.isSettled()]).toEqual(['ready', null, false]);
      wire.ready([headAt('r-3', 50, 20)]);
      TestBed.tick();
      expect(timeline.isSettled()).toBe(false);
      answer(50, 20, page(21, 50));
      expect([timeline.entry().unread, timeline.isSettled()]).toEqual([{ afterSeq: 20, count: 30 }, true]);
    });

    it('forgets what was read on another device meanwhile', () => {
      kept(10);
      expect(timeline.entry().unread).toEqual({ afterSeq: 10, count: 10 });
      wire.ready([headAt('r-3', 20, 20)]);
      TestBed.tick();
      expect([timeline.entry().unread, timeline.isSettled()]).toEqual([null, true]);
    });

    it('does not count what its reader has written here meanwhile', () => {
      kept(20);
      wire.ready([headAt('r-3', 20, 20)]);
      wire.say('events', [
        {
          type: 'message.created',
          roomId: 'r-3',
          rev: 21,
          message: { ...message(21), roomId: 'r-3', senderId: nora.id },
        },
      ]);
      TestBed.tick();
      expect([timeline.entry().unread, timeline.isSettled()]).toEqual([null, true]);
    });

    it('loads what stands around the first unread message where that is not held', () => {
      kept(20);
      wire.ready([headAt('r-3', 900, 20)]);
      TestBed.tick();
      const now = { ...unreadRoom(900, 20), id: 'r-3' };
      flush('/rooms/r-3/changes?since=20', { room: now, messages: [], members: [], limited: true });
      expect(timeline.held()?.log).toHaveLength(20);
      flush('/rooms/r-3/messages', { items: inR3(page(851, 900)) });
      expect(timeline.isSettled()).toBe(false);
      flush('/rooms/r-3/messages?around=21&limit=60', { items: inR3(page(1, 50)) });
      expect([timeline.entry().unread, timeline.isSettled()]).toEqual([{ afterSeq: 20, count: 880 }, true]);
      http.expectOne(`${BASE}/rooms/r-3/members?limit=200`);
    });
  });
});
