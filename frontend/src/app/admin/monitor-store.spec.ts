import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MonitorStore } from './monitor-store';
import { aMonitor } from './testing';

const MONITOR = '/api/v1/admin/monitor';

describe('MonitorStore', () => {
  let http: HttpTestingController;
  let store: MonitorStore;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), MonitorStore] });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(MonitorStore);
    TestBed.tick();
    vi.advanceTimersByTime(0);
  });

  afterEach(() => vi.useRealTimers());

  it('asks again two seconds after the last answer', () => {
    http.expectOne(MONITOR).flush(aMonitor({ usersOnline: 1 }));
    vi.advanceTimersByTime(2_000);
    http.expectOne(MONITOR).flush(aMonitor({ usersOnline: 2 }));
    expect(store.history()?.last.usersOnline).toBe(2);
  });

  it('does not ask while an answer is on its way', () => {
    vi.advanceTimersByTime(6_000);
    http.expectOne(MONITOR).flush(aMonitor());
  });

  it('keeps what it has seen when the server does not answer, says so, and goes on', () => {
    http.expectOne(MONITOR).flush(aMonitor());
    vi.advanceTimersByTime(2_000);
    http.expectOne(MONITOR).error(new ProgressEvent('error'));
    expect(store.history()).not.toBeNull();
    expect(store.problem()).toContain('cannot be reached');
    vi.advanceTimersByTime(2_000);
    http.expectOne(MONITOR).flush(aMonitor());
    expect(store.problem()).toBeNull();
  });

  it('asks nothing while it is paused, and at once when it goes on', () => {
    http.expectOne(MONITOR).flush(aMonitor());
    store.togglePause();
    TestBed.tick();
    vi.advanceTimersByTime(10_000);
    http.expectNone(MONITOR);
    store.togglePause();
    TestBed.tick();
    vi.advanceTimersByTime(0);
    http.expectOne(MONITOR);
  });
});
