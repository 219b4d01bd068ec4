import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { inTime } from '../../testing/in-time';
import { TabTitle, tabTitles, titleOf } from './tab-title';

describe('titleOf', () => {
  it.each([
    ['Release 2.8', 3, '(3) Release 2.8 \u00b7 Parley'],
    ['Release 2.8', 0, 'Release 2.8 \u00b7 Parley'],
    ['Release 2.8', 1284, '(1284) Release 2.8 \u00b7 Parley'],
    ['', 2, '(2) Parley'],
  ])('of "%s" with %i waiting is "%s"', (page, waiting, title) => {
    expect(titleOf(page, waiting)).toBe(title);
  });
});

describe('the titles of the tab', () => {
  const PAGES = { a: 'Ada', g: 'Grace' };
  const COUNTS = { 0: 0, 1: 1, 2: 2, 3: 3 };
  const TITLES = {
    a: 'Ada \u00b7 Parley',
    b: '(1) Ada \u00b7 Parley',
    d: '(3) Ada \u00b7 Parley',
    h: '(1) Grace \u00b7 Parley',
  };

  function expectTitles(pages: string, counts: string, titles: string): void {
    inTime(({ hot, expectObservable }) => {
      expectObservable(tabTitles(hot(pages, PAGES), hot(counts, COUNTS))).toBe(titles, TITLES);
    });
  }

  it('follow the count at once', () => {
    expectTitles('a', '0 999ms 1 999ms 0', 'a 999ms b 999ms a');
  });

  it('change at most four times a second while messages pour in, and end at the right number', () => {
    expectTitles('a', '0 999ms 1 9ms 2 9ms 3', 'a 999ms b 249ms d');
  });

  it('name a new page at once', () => {
    expectTitles('a 1009ms g', '0 999ms 1', 'a 999ms b 9ms h');
  });

  it('say nothing twice', () => {
    expectTitles('a 999ms a', '0 499ms 0', 'a');
  });
});

describe('TabTitle', () => {
  it('writes the title and the icon of the tab', () => {
    vi.useFakeTimers();
    const document = TestBed.inject(DOCUMENT);
    const link = document.createElement('link');
    link.rel = 'icon';
    document.head.append(link);
    const tab = TestBed.inject(TabTitle);
    tab.open('Release 2.8');
    tab.count(3);
    vi.advanceTimersByTime(250);
    expect(document.title).toBe('(3) Release 2.8 \u00b7 Parley');
    expect(decodeURIComponent(link.href)).toContain('>3</text>');
    link.remove();
    vi.useRealTimers();
  });
});
