import { computed, DestroyRef, inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Page } from '#shared';
import {
  catchError,
  concat,
  debounceTime,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  map,
  merge,
  of,
  startWith,
  Subject,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';
import { errorSentence } from '../../core/error-text';
import type { PageRequest } from '../store/rooms-api';

const TYPING_PAUSE_MS = 250;

/** A list on the server that is searched and grows page by page. */
export interface PagedSearch<T> {
  readonly items: Signal<readonly T[]>;
  readonly query: Signal<string>;
  /** True until the first answer to the present query. */
  readonly loading: Signal<boolean>;
  readonly hasMore: Signal<boolean>;
  /** Why the last request failed, as a sentence; empty while all is well. */
  readonly problem: Signal<string>;
  /** Searches once typing pauses. */
  search(query: string): void;
  more(): void;
  /** Asks for the first page of the same query again. */
  reload(): void;
}

/** Starts with an empty query. Lives as long as the injection context that it is called in. */
export function pagedSearch<T>(load: (request: PageRequest) => Observable<Page<T>>): PagedSearch<T> {
  const page = signal<Page<T>>({ items: [], next: null });
  const query = signal('');
  /** The query of which the server was asked last; what is typed gets ahead of it. */
  const asked = signal('');
  const waiting = signal(true);
  const problem = signal('');
  const typed = new Subject<string>();
  const mores = new Subject<void>();
  const reloads = new Subject<void>();

  const ask = (request: PageRequest, take: (answer: Page<T>) => void): Observable<unknown> =>
    defer(() => load(request)).pipe(
      tap((answer) => {
        problem.set('');
        take(answer);
      }),
      catchError((error: unknown) => of(problem.set(errorSentence(error)))),
    );
  const first = (q: string): Observable<unknown> =>
    concat(
      defer(() => {
        asked.set(q);
        waiting.set(true);
        return EMPTY;
      }),
      ask({ q }, (answer) => page.set(answer)),
      defer(() => of(waiting.set(false))),
    );
  const following = (q: string): Observable<unknown> => {
    const cursor = page().next;
    if (cursor === null) return EMPTY;
    return ask({ q, cursor }, ({ items, next }) => page.update((held) => ({ items: [...held.items, ...items], next })));
  };

  const queries = typed.pipe(debounceTime(TYPING_PAUSE_MS), startWith(''), distinctUntilChanged());
  merge(queries, reloads.pipe(map(() => query())))
    .pipe(
      switchMap((q) => concat(first(q), mores.pipe(exhaustMap(() => following(q))))),
      takeUntilDestroyed(inject(DestroyRef)),
    )
    .subscribe();

  return {
    items: computed(() => page().items),
    query: query.asReadonly(),
    loading: computed(() => waiting() || query() !== asked()),
    hasMore: computed(() => page().next !== null),
    problem: problem.asReadonly(),
    search: (text) => {
      query.set(text.trim());
      typed.next(text.trim());
    },
    more: () => mores.next(),
    reload: () => reloads.next(),
  };
}
