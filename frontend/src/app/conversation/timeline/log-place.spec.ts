import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { BehaviorSubject, defer, of, Subject, throwError, type Observable } from 'rxjs';
import type { Message } from '#shared';
import { PAINTED } from '../../core/painted';
import { message } from '../../rooms/testing/builders';
import { History } from './history';
import { LogPlace } from './log-place';
import type { Sight } from './span';
import { TimelineStore, type Entry, type VisitState } from './timeline-store';

const page = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    message(from + index, { createdAt: new Date(2026, 5, 1, from + index).toISOString() }),
  );
const sight = (given: Partial<Sight> = {}): Sight => ({
  above: 5_000,
  below: 5_000,
  height: 800,
  heading: 'up',
  following: false,
  topSeq: null,
  seenSeq: null,
  ...given,
});

describe('LogPlace', () => {
  const roomId = signal('r-1');
  const log = signal<readonly Message[]>([]);
  const entry = signal<Entry>({ roomId: 'r-1', unread: null });
  const state = signal<VisitState>('ready');
  const query$ = new BehaviorSubject(convertToParamMap({}));
  let asked: string[];
  let answer: (from: number, to: number) => Observable<readonly Message[]>;
  let place: LogPlace;
  let painted$: Observable<void>;

  beforeEach(() => {
    vi.useFakeTimers();
    roomId.set('r-1');
    log.set(page(901, 1_000));
    entry.set({ roomId: 'r-1', unread: null });
    state.set('ready');
    query$.next(convertToParamMap({}));
    asked = [];
    painted$ = of(undefined);
    answer = (from, to) => {
      log.set(page(from, to));
      return of(log());
    };
    const load = (name: string, from: number, to: number) => {
      asked.push(name);
      return answer(from, to);
    };
    TestBed.configureTestingModule({
      providers: [
        LogPlace,
        { provide: PAINTED, useFactory: () => defer(() => painted$) },
        { provide: ActivatedRoute, useValue: { queryParamMap: query$ } },
        {
          provide: TimelineStore,
          useValue: { roomId, entry, state, held: () => ({ log: log(), room: { lastSeq: 1_000 } }) },
        },
        {
          provide: History,
          useValue: {
            loadOlder: () => undefined,
            loadNewer: () => undefined,
            loadEnd: () => load('end', 901, 1_000),
            loadAround: (seq: number) => load(`around ${seq}`, seq - 50, seq + 49),
            loadAt: (moment: Date) => load(`at ${moment.getDate()}`, 1, 100),
          },
        },
      ],
    });
    place = TestBed.inject(LogPlace);
    TestBed.tick();
  });

  afterEach(() => vi.useRealTimers());

  it('paints the end first, and then renders what is near above it', () => {
    const painted = new Subject<void>();
    painted$ = painted;
    expect(place.span()).toEqual({ first: 978, last: null });
    place.look(sight({ above: 0, below: 0, following: true, topSeq: 978, seenSeq: 1_000 }));
    TestBed.tick();
    expect(place.span()?.first).toBe(978);
    painted.next();
    TestBed.tick();
    expect(place.span()?.first).toBe(970);
  });

  it('goes to the first and to the last message of the log, rendered or not', () => {
    log.set(page(1, 1_000));
    TestBed.tick();
    place.toFirst();
    expect(place.span()?.first).toBe(1);
    expect(place.wayTo()?.seq).toBe(1);
    expect(place.reachesEnd()).toBe(false);
    place.toLast();
    expect(place.wayTo()?.seq).toBe(1_000);
    expect(place.reachesEnd()).toBe(true);
  });

  it('goes where it is called although the first paint is over only then', () => {
    const painted = new Subject<void>();
    painted$ = painted;
    log.set(page(1, 1_000));
    place.look(sight({ above: 0, below: 0, following: true, topSeq: 978, seenSeq: 1_000 }));
    TestBed.tick();
    place.toMessage(300);
    painted.next();
    expect(place.span()?.first).toBeLessThan(300);
    expect(place.span()?.last).toBeLessThan(400);
  });

  it('goes to a message that is held, and marks it for a moment', () => {
    place.toMessage(950);
    expect(asked).toEqual([]);
    expect(place.wayTo()).toEqual({ seq: 950 });
    expect(place.span()?.first).toBeLessThan(950);
    expect(place.marked()).toBe(950);
    vi.advanceTimersByTime(1_200);
    expect(place.marked()).toBeNull();
  });

  it('loads what stands around a message that is not held, and then goes there', () => {
    const loaded = new Subject<readonly Message[]>();
    answer = () => loaded;
    place.toMessage(300);
    expect(place.going()).toBe('loading');
    expect(place.wayTo()).toBeNull();
    log.set(page(250, 349));
    loaded.next(log());
    expect(asked).toEqual(['around 300']);
    expect(place.going()).toBe('idle');
    expect(place.wayTo()).toEqual({ seq: 300 });
    expect(place.span()).toMatchObject({ first: expect.any(Number) as number });
    expect(place.reachesEnd()).toBe(false);
  });

  it('goes to the message that the address names, once the room is open', () => {
    state.set('loading');
    query$.next(convertToParamMap({ at: '950' }));
    TestBed.tick();
    expect(place.wayTo()).toBeNull();
    state.set('ready');
    TestBed.tick();
    expect(place.wayTo()).toEqual({ seq: 950 });
  });

  it('goes to the first message of a day', () => {
    place.toDate('2026-06-03');
    expect(asked).toEqual(['at 3']);
    // One message an hour, the first at one o'clock on the first of June.
    expect(place.wayTo()).toEqual({ seq: 48 });
  });

  it('goes there without asking where that message and the one before it are held, or it is the first of all', () => {
    place.toDate('2026-07-10');
    expect(place.wayTo()).toEqual({ seq: 936 });
    log.set(page(1, 100));
    place.toDate('2026-05-20');
    expect(place.wayTo()).toEqual({ seq: 1 });
    expect(asked).toEqual([]);
  });

  it('goes to the end where nothing was said on that day or later', () => {
    answer = () => of(log());
    place.toDate('2030-01-01');
    expect(place.wayTo()).toBeNull();
    expect(place.wayToEnd()).not.toBeNull();
  });

  it('says that a place could not be loaded, stays, and tries again when asked', () => {
    const before = place.span();
    answer = () => throwError(() => new Error('down'));
    place.toMessage(300);
    expect(place.going()).toBe('failed');
    expect(place.span()).toEqual(before);
    answer = () => {
      log.set(page(250, 349));
      return of(log());
    };
    place.goAgain();
    expect(place.going()).toBe('idle');
    expect(place.wayTo()).toEqual({ seq: 300 });
  });

  it('drops the way to a place in a room that is left', () => {
    const loaded = new Subject<readonly Message[]>();
    answer = () => loaded;
    place.toMessage(300);
    roomId.set('r-2');
    TestBed.tick();
    loaded.next(page(250, 349));
    expect(place.wayTo()).toBeNull();
    expect(place.going()).toBe('idle');
  });

  it('begins at what is unread once that is known, unless its reader has gone elsewhere by then', () => {
    place.look(sight({ below: 0, following: true, topSeq: 978, seenSeq: 1_000 }));
    const unread = { afterSeq: 920, count: 80 };
    entry.set({ roomId: 'r-1', unread });
    expect(place.beginning()).toBe(entry());
    expect([place.line(), place.seenSeq()]).toEqual([unread, 920]);
    expect(place.span()?.first).toBeLessThan(920);
    place.look(sight({ below: 3_000, topSeq: 905, seenSeq: 915 }));
    const beginning = place.beginning();
    entry.set({ roomId: 'r-1', unread: { afterSeq: 990, count: 10 } });
    expect(place.beginning()).toBe(beginning);
    expect(place.line()?.afterSeq).toBe(990);
  });

  it('offers the way to what is unread while its beginning is out of sight, until it was in it', () => {
    entry.set({ roomId: 'r-1', unread: { afterSeq: 920, count: 80 } });
    expect(place.unreadAway()).toBe(0);
    place.look(sight({ topSeq: 960, seenSeq: 980 }));
    expect(place.unreadAway()).toBe(80);
    place.toUnread();
    expect(place.wayTo()).toEqual({ seq: 921 });
    place.look(sight({ topSeq: 915, seenSeq: 930 }));
    expect(place.unreadAway()).toBe(0);
    place.look(sight({ topSeq: 960, seenSeq: 980 }));
    expect(place.unreadAway()).toBe(0);
  });

  it('offers it no more once it was dismissed', () => {
    entry.set({ roomId: 'r-1', unread: { afterSeq: 920, count: 80 } });
    place.look(sight({ topSeq: 960, seenSeq: 980 }));
    place.dismissUnread();
    place.look(sight({ topSeq: 960, seenSeq: 980 }));
    expect(place.unreadAway()).toBe(0);
  });
});
