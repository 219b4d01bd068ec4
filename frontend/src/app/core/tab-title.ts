import { inject, Injectable, DOCUMENT } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import {
  asyncScheduler,
  BehaviorSubject,
  combineLatest,
  distinctUntilChanged,
  map,
  throttleTime,
  type Observable,
} from 'rxjs';
import { faviconOf } from './favicon';

const AT_MOST_EVERY_MS = 250;

/** What stands in the tab: `(3) Release 2.8 · Parley`. */
export const titleOf = (page: string, waiting: number): string =>
  (waiting > 0 ? `(${waiting}) ` : '') + (page ? `${page} \u00b7 Parley` : 'Parley');

/** The counts as the tab shows them: at once, then at most four times a second, the last of them always. */
export const shownCounts = (waiting$: Observable<number>): Observable<number> =>
  waiting$.pipe(
    distinctUntilChanged(),
    throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
    distinctUntilChanged(),
  );

/** The titles of the tab: a new page at once, the count as `shownCounts` lets it through. */
export const tabTitles = (page$: Observable<string>, waiting$: Observable<number>): Observable<string> =>
  combineLatest([page$, shownCounts(waiting$)]).pipe(
    map(([page, waiting]) => titleOf(page, waiting)),
    distinctUntilChanged(),
  );

/** The title and the icon of the tab: which page is open, and how much waits. */
@Injectable({ providedIn: 'root' })
export class TabTitle {
  private readonly page = new BehaviorSubject('');
  private readonly waiting = new BehaviorSubject(0);

  constructor() {
    const title = inject(Title);
    const document = inject(DOCUMENT);
    tabTitles(this.page, this.waiting)
      .pipe(takeUntilDestroyed())
      .subscribe((text) => title.setTitle(text));
    shownCounts(this.waiting)
      .pipe(map(faviconOf), distinctUntilChanged(), takeUntilDestroyed())
      .subscribe((address) => document.querySelector('link[rel="icon"]')?.setAttribute('href', address));
  }

  /** @param page what is open, in a few words; empty for nothing */
  open(page: string): void {
    this.page.next(page);
  }

  /** @param waiting how many messages wait unread */
  count(waiting: number): void {
    this.waiting.next(waiting);
  }
}
