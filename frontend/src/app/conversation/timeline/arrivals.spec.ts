import { LiveAnnouncer } from '@angular/cdk/a11y';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import type { Event } from '#shared';
import { inTime } from '../../../testing/in-time';
import { SessionStore } from '../../auth/session-store';
import { RealtimeClient } from '../../realtime/realtime-client';
import { PeopleStore } from '../../rooms/people/people-store';
import { grace, message, nora } from '../../rooms/testing/builders';
import { Arrivals, gathered } from './arrivals';
import { TimelineStore } from './timeline-store';

describe('what arrives', () => {
  it('is told after a pause, together', () => {
    inTime(({ hot, expectObservable }) => {
      const items$ = hot<readonly number[]>('a 99ms b 2s c', { a: [1], b: [2, 3], c: [4] });
      expectObservable(gathered(items$)).toBe('800ms x 2s y', { x: [1, 2, 3], y: [4] });
    });
  });

  it('is told now and then while it does not stop', () => {
    inTime(({ hot, expectObservable }) => {
      const items$ = hot<readonly number[]>('a 499ms '.repeat(22), { a: [1] });
      const unsubscribe = '10200ms !';
      const eleven = Array.from({ length: 11 }, () => 1);
      expectObservable(gathered(items$), unsubscribe).toBe('5s x 4999ms y', { x: eleven, y: eleven.slice(1) });
    });
  });

  it('is nothing where nothing came', () => {
    inTime(({ hot, expectObservable }) => {
      expectObservable(gathered(hot<readonly number[]>('a--a', { a: [] }))).toBe('');
    });
  });
});

describe('Arrivals', () => {
  const events$ = new Subject<Event[]>();
  let said: string[];

  const tell = (...messages: ReturnType<typeof message>[]): void => {
    events$.next(
      messages.map((each) => ({ type: 'message.created', roomId: each.roomId, rev: each.rev, message: each })),
    );
    vi.advanceTimersByTime(1_000);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    said = [];
    TestBed.configureTestingModule({
      providers: [
        Arrivals,
        { provide: RealtimeClient, useValue: { events$ } },
        { provide: TimelineStore, useValue: { roomId: signal('r-1') } },
        { provide: PeopleStore, useValue: { nameOf: () => grace.displayName } },
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: LiveAnnouncer, useValue: { announce: (text: string) => said.push(text) } },
      ],
    });
    TestBed.inject(Arrivals);
  });

  afterEach(() => vi.useRealTimers());

  it('tells who wrote what, without marks', () => {
    tell(message(1, { body: '*Ready*' }));
    expect(said).toEqual(['Grace Lindqvist: Ready']);
  });

  it('counts what comes together, and tells the last', () => {
    tell(message(1), message(2), message(3));
    expect(said).toEqual(['3 new messages. Grace Lindqvist: Message 3']);
  });

  it('says nothing of what the reader wrote, nor of other rooms', () => {
    tell(message(1, { senderId: nora.id }), message(2, { roomId: 'r-2' }));
    expect(said).toEqual([]);
  });
});
