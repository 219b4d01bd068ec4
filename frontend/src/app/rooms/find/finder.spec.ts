import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Page, Room, User } from '#shared';
import { of, throwError } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { ChatStore } from '../store/chat-store';
import { PeopleStore } from '../people/people-store';
import { RoomsApi } from '../store/rooms-api';
import { grace, nora, room, user } from '../testing/builders';
import { Finder } from './finder';

const own = room({ id: 'own', name: 'Release 2.8' });
const other = room({ id: 'other', name: 'Research notes', me: null });
const rene = user('u-rene', 'Ren\u00e9 Marchetti');
const page = <T>(items: T[]): Page<T> => ({ items, next: null });

describe('Finder', () => {
  const known = signal<readonly User[]>([grace, nora]);
  let isReachable = true;
  const asked: string[] = [];

  function answer<T>(what: string, items: T[]) {
    asked.push(what);
    return isReachable ? of(page(items)) : throwError(() => new Error('away'));
  }

  function setUp(): Finder {
    vi.useFakeTimers();
    known.set([grace, nora]);
    isReachable = true;
    asked.length = 0;
    const rooms: Readonly<Record<string, Room>> = { own };
    TestBed.configureTestingModule({
      providers: [
        Finder,
        { provide: ChatStore, useValue: { rooms: signal([own]), room: (id: string) => rooms[id] ?? null } },
        {
          provide: PeopleStore,
          useValue: {
            everybody: known,
            learn: (users: User[]) => known.update((before) => [...before, ...users]),
          },
        },
        { provide: SessionStore, useValue: { user: signal(nora) } },
        {
          provide: RoomsApi,
          useValue: {
            people: ({ q }: { q: string }) => answer(`people ${q}`, [nora, rene]),
            directory: ({ q }: { q: string }) => answer(`rooms ${q}`, [own, other]),
          },
        },
      ],
    });
    return TestBed.inject(Finder);
  }

  function settle(): void {
    TestBed.tick();
    vi.advanceTimersByTime(150);
    TestBed.tick();
  }

  const keys = (finder: Finder) => finder.finds().map(({ key }) => key);

  afterEach(() => vi.useRealTimers());

  it('finds at once what is held here, and what the server knows a moment later', () => {
    const finder = setUp();
    finder.search('re');
    expect(keys(finder)).toEqual(['own']);
    settle();
    expect(keys(finder)).toEqual(['own', 'u-rene', 'other']);
    expect(finder.state()).toBe('answered');
  });

  it('never finds oneself', () => {
    const finder = setUp();
    finder.search('nora');
    settle();
    expect(keys(finder)).toEqual([]);
  });

  it('asks only for what the query is about', () => {
    const finder = setUp();
    finder.search('@re');
    settle();
    finder.search('#re');
    settle();
    expect(asked).toEqual(['people re', 'rooms re']);
  });

  it('finds without the server what is held here, and says that there may be more', () => {
    const finder = setUp();
    isReachable = false;
    finder.search('gra');
    settle();
    expect(keys(finder)).toEqual([grace.id]);
    expect(finder.state()).toBe('failed');
  });
});
