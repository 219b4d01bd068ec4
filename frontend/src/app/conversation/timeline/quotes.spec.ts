import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NEVER, of, Subject, throwError } from 'rxjs';
import type { Event, Message, Ready } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { ApiError } from '../../core/api-error';
import { RealtimeClient } from '../../realtime/realtime-client';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomsApi, type LogPage } from '../../rooms/store/rooms-api';
import { grace, message, nora } from '../../rooms/testing/builders';
import { LogView } from './log-view';
import { Quotes } from './quotes';
import { TimelineStore } from './timeline-store';

const page = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));

describe('Quotes', () => {
  const roomId = signal('r-1');
  const log = signal<readonly Message[]>([]);
  const replies = signal<readonly (number | null)[]>([]);
  let events$: Subject<Event[]>;
  let ready$: Subject<Ready>;
  let asked: LogPage[];
  let answer: (place: LogPage) => ReturnType<RoomsApi['messages']>;
  let quotes: Quotes;

  const settle = (): void => {
    TestBed.tick();
    vi.advanceTimersByTime(100);
    TestBed.tick();
  };
  const texts = (): Record<string, string> =>
    Object.fromEntries([...quotes.shown()].map(([seq, { text, state }]) => [seq, state === 'shown' ? text : state]));

  beforeEach(() => {
    vi.useFakeTimers();
    roomId.set('r-1');
    log.set(page(900, 999));
    replies.set([]);
    [events$, ready$, asked] = [new Subject(), new Subject(), []];
    answer = ({ after = 0, limit = 0 }) => of(page(after + 1, after + limit));
    const days = () => [{ bubbles: replies().map((replyTo) => ({ replyTo })) }];
    const messages = (_: string, place: LogPage) => {
      asked.push(place);
      return answer(place);
    };
    TestBed.configureTestingModule({
      providers: [
        Quotes,
        { provide: TimelineStore, useValue: { roomId, held: () => ({ log: log() }) } },
        { provide: LogView, useValue: { days } },
        { provide: PeopleStore, useValue: { nameOf: (id: string) => (id === grace.id ? grace.displayName : null) } },
        { provide: SessionStore, useValue: { user: signal(nora) } },
        { provide: RoomsApi, useValue: { messages } },
        { provide: RealtimeClient, useValue: { events$, ready$ } },
      ],
    });
    quotes = TestBed.inject(Quotes);
    TestBed.tick();
  });

  afterEach(() => vi.useRealTimers());

  it('takes from the log what is held, in one line and with its name', () => {
    log.update((held) => [...held, message(1_000, { body: '*Yes*\nand no', senderId: nora.id })]);
    replies.set([null, 950, 1_000]);
    settle();
    expect(asked).toEqual([]);
    expect(quotes.shown().get(950)).toMatchObject({ name: 'Grace Lindqvist', text: 'Message 950', state: 'shown' });
    expect(quotes.shown().get(1_000)).toMatchObject({ name: 'You', text: 'Yes and no' });
  });

  it('fetches what is not held once, those that are near each other together', () => {
    replies.set([10, 60, 12, 400, 10]);
    TestBed.tick();
    expect(texts()).toEqual({ 10: 'loading', 12: 'loading', 60: 'loading', 400: 'loading' });
    settle();
    settle();
    expect(asked).toEqual([
      { after: 9, limit: 51 },
      { after: 399, limit: 1 },
    ]);
    expect(texts()).toEqual({ 10: 'Message 10', 12: 'Message 12', 60: 'Message 60', 400: 'Message 400' });
    replies.set([10]);
    settle();
    expect(asked).toHaveLength(2);
  });

  it('says that a message is missing where it cannot be had, and asks again after a reconnect', () => {
    answer = () => throwError(() => new ApiError('forbidden', 'no', 403));
    replies.set([10]);
    settle();
    expect(texts()).toEqual({ 10: 'missing' });
    answer = () => of([message(10, { body: 'here' })]);
    ready$.next({} as Ready);
    settle();
    expect(texts()).toEqual({ 10: 'here' });
  });

  it('hears of what is edited and deleted outside the log', () => {
    replies.set([10, 11]);
    settle();
    const update = (news: Message): Event => ({ type: 'message.updated', roomId: 'r-1', rev: 2_000, message: news });
    events$.next([
      update(message(10, { body: 'edited' })),
      update(message(11, { deletedAt: '2026-06-11T09:01:00.000Z' })),
    ]);
    expect(texts()).toEqual({ 10: 'edited', 11: 'deleted' });
  });

  it('forgets a room that is left, and what was asked for there', () => {
    answer = () => NEVER;
    replies.set([10]);
    settle();
    roomId.set('r-2');
    answer = () => of([message(10, { body: 'of the other room' })]);
    settle();
    expect(texts()).toEqual({ 10: 'of the other room' });
  });
});
