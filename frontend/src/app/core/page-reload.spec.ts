import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PageReload } from './page-reload';

describe('loading the page anew', () => {
  const location = { reload: vi.fn(), assign: vi.fn() };
  let page: PageReload;

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    sessionStorage.clear();
    location.reload.mockClear();
    location.assign.mockClear();
    const window = { location, sessionStorage };
    TestBed.configureTestingModule({
      providers: [PageReload, { provide: DOCUMENT, useValue: { defaultView: window, querySelectorAll: () => [] } }],
    });
    page = TestBed.inject(PageReload);
  });

  afterEach(() => vi.useRealTimers());

  it('happens by itself at most once a minute', () => {
    expect(page.byItself()).toBe(true);
    vi.advanceTimersByTime(59_000);
    expect(page.byItself('/people')).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(page.byItself('/people')).toBe(true);
    expect(location.reload).toHaveBeenCalledOnce();
    expect(location.assign).toHaveBeenCalledExactlyOnceWith('/people');
  });

  it('happens as often as somebody asks for it', () => {
    page.now();
    page.now();
    expect(location.reload).toHaveBeenCalledTimes(2);
  });
});
