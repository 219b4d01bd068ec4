import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { BehaviorSubject, map } from 'rxjs';
import type { Message, User } from '#shared';
import { SessionStore } from '../auth/session-store';
import { FakeWire } from '../realtime/testing/fake-wire';
import { ChatStore } from '../rooms/chat-store';
import { grace, member, message, nora, room } from '../rooms/testing/builders';
import { TimelineStore } from './timeline-store';

const BASE = '/api/v1';
const page = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

describe('TimelineStore', () => {
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
    flush('/rooms/r-1/messages', { items: messages });
    flush('/rooms/r-1/members?limit=200', { items: [member(nora), member(grace)], next: null });
  };

  beforeEach(() => {
    roomId.next('r-1');
    TestBed.configureTestingModule({
      providers: [
        ...new FakeWire().providers(),
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
    flush('/users?limit=200', { items: [nora, grace], next: null });
  });

  afterEach(() => http.verify());

  it('opens a room with its newest page and its members', () => {
    expect(timeline.state()).toBe('loading');
    openWith(120, page(71, 120));
    expect(timeline.state()).toBe('ready');
    expect(timeline.held()?.log).toHaveLength(50);
    expect(timeline.older()).toBe('more');
  });

  it('loads what is above on demand, once at a time, down to the first message', () => {
    openWith(60, page(11, 60));
    timeline.loadOlder();
    timeline.loadOlder();
    expect(timeline.older()).toBe('loading');
    flush('/rooms/r-1/messages?before=11', { items: page(1, 10) });
    expect(timeline.older()).toBe('none');
    expect(timeline.held()?.log[0]?.seq).toBe(1);
    timeline.loadOlder();
  });

  it('waits to be asked after what is above could not be loaded', () => {
    openWith(60, page(11, 60));
    timeline.loadOlder();
    refuse('/rooms/r-1/messages?before=11', 503, 'unavailable');
    expect(timeline.older()).toBe('failed');
    timeline.loadOlder();
    timeline.retryOlder();
    flush('/rooms/r-1/messages?before=11', { items: page(1, 10) });
    expect(timeline.older()).toBe('none');
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
});
