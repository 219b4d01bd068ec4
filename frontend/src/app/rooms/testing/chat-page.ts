import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Changes, Head, Message, Room, User } from '#shared';
import { Subject } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { LEAVING } from '../../core/local/leaving';
import { LocalStore } from '../../core/local/local-store';
import { FakeWire } from '../../realtime/testing/fake-wire';
import { ChatStore } from '../store/chat-store';
import { membership, message, nora, room } from './builders';

const BASE = '/api/v1';

/** A page on which somebody is signed in, with the store of chats, a wire and requests that are answered by hand. */
export class ChatPage {
  readonly who = signal<User | null>(nora);
  readonly leaving = new Subject<void>();
  readonly local = TestBed.inject(LocalStore);
  wire = new FakeWire();
  http!: HttpTestingController;
  chat!: ChatStore;

  /** @param session what the session is told */
  constructor(private readonly session: Partial<Pick<SessionStore, 'account' | 'ended' | 'ask'>> = {}) {
    this.open();
  }

  /** Opens the page, on the device on which the last one was. */
  open(): void {
    const { who, session, local, leaving } = this;
    TestBed.resetTestingModule();
    this.wire = new FakeWire();
    TestBed.configureTestingModule({
      providers: [
        ...this.wire.providers(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user: who, ...session } },
        { provide: LocalStore, useValue: local },
        { provide: LEAVING, useValue: leaving },
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    this.chat = TestBed.inject(ChatStore);
    TestBed.tick();
  }

  /** Answers the request for the list of rooms. */
  list(...items: Room[]): void {
    this.http.expectOne(`${BASE}/rooms?limit=200`).flush({ items, next: null });
  }

  /** Leaves the request for the list of rooms without an answer. */
  failList(): void {
    this.http.expectOne(`${BASE}/rooms?limit=200`).error(new ProgressEvent('error'));
  }

  /** Answers a request for what a room has missed. */
  answerChanges(since: number, changes: Partial<Changes>): void {
    this.http
      .expectOne(`${BASE}/rooms/r-1/changes?since=${since}`)
      .flush({ room: room(), messages: [], members: [], limited: false, ...changes });
  }

  logOf(roomId: string): number[] {
    return (this.chat.room(roomId)?.log ?? []).map(({ seq }) => seq);
  }

  /** Says that a message was written. */
  hear(seq: number): void {
    const news: Message = message(seq);
    this.wire.say('events', [{ type: 'message.created', roomId: news.roomId, rev: news.rev, message: news }]);
  }
}

/** How far a room has come, as the server tells when a connection is made. */
export const head = (roomId: string, rev: number): Head => {
  const { role: _role, unread: _unread, joinedAt: _joinedAt, ...me } = membership();
  return { roomId, rev, lastSeq: rev, watermark: { readSeq: 0, deliveredSeq: 0 }, ...me };
};
