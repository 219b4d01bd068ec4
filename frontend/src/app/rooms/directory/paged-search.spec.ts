import { TestBed } from '@angular/core/testing';
import type { Page } from '#shared';
import { Subject, type Observable } from 'rxjs';
import { ApiError } from '../../core/api-error';
import { pagedSearch, type PagedSearch } from './paged-search';
import type { PageRequest } from '../store/rooms-api';

interface Asked {
  readonly request: PageRequest;
  readonly answer: Subject<Page<string>>;
}

describe('pagedSearch', () => {
  let asked: Asked[];
  let list: PagedSearch<string>;

  const load = (request: PageRequest): Observable<Page<string>> => {
    const answer = new Subject<Page<string>>();
    asked.push({ request, answer });
    return answer;
  };
  const answer = (at: number, items: string[], next: string | null = null): void => {
    asked[at]?.answer.next({ items, next });
    asked[at]?.answer.complete();
  };

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    list = TestBed.runInInjectionContext(() => pagedSearch(load));
  });

  afterEach(() => vi.useRealTimers());

  it('loads the first page at once', () => {
    expect(list.loading()).toBe(true);
    answer(0, ['a', 'b']);
    expect(list.items()).toEqual(['a', 'b']);
    expect(list.loading()).toBe(false);
    expect(list.hasMore()).toBe(false);
  });

  it('searches once typing pauses', () => {
    list.search('g');
    list.search('gr');
    vi.advanceTimersByTime(249);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(asked.map(({ request }) => request.q)).toEqual(['', 'gr']);
  });

  it('is loading from the first letter until the answer to what was typed last', () => {
    answer(0, ['a', 'b']);
    list.search('gr');
    expect(list.loading()).toBe(true);
    vi.advanceTimersByTime(250);
    expect(list.loading()).toBe(true);
    answer(1, []);
    expect(list.loading()).toBe(false);
  });

  it('is not loading where what was typed is taken back before it was asked for', () => {
    answer(0, ['a', 'b']);
    list.search('g');
    list.search('');
    expect(list.loading()).toBe(false);
    vi.advanceTimersByTime(250);
    expect(asked).toHaveLength(1);
  });

  it('shows the answer to the last query, whichever comes first', () => {
    list.search('gr');
    vi.advanceTimersByTime(250);
    answer(1, ['grace']);
    answer(0, ['a', 'b']);
    expect(list.items()).toEqual(['grace']);
  });

  it('appends the next page of the same query, once however often it is asked for', () => {
    answer(0, ['a'], 'next-1');
    list.more();
    list.more();
    expect(asked.map(({ request }) => request.cursor)).toEqual([undefined, 'next-1']);
    answer(1, ['b']);
    expect(list.items()).toEqual(['a', 'b']);
    expect(list.hasMore()).toBe(false);
  });

  it('says what went wrong, and loads when asked again', () => {
    asked[0]?.answer.error(new ApiError('unavailable', 'The server cannot be reached', 0));
    expect(list.problem()).toBe('The server cannot be reached.');
    expect(list.loading()).toBe(false);
    list.reload();
    answer(1, ['a']);
    expect(list.problem()).toBe('');
    expect(list.items()).toEqual(['a']);
  });
});
