import { TestBed } from '@angular/core/testing';
import { NETWORK, WAKE_UP } from './wake-up';

const isOnLine = vi.spyOn(navigator, 'onLine', 'get');
const visibility = vi.spyOn(document, 'visibilityState', 'get');
const become = (state: DocumentVisibilityState): void => {
  visibility.mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

afterAll(() => vi.restoreAllMocks());

describe('the network of the device', () => {
  it('is what the browser says at the moment of asking, and from then on', () => {
    const network$ = TestBed.inject(NETWORK);
    isOnLine.mockReturnValue(false);
    const heard: boolean[] = [];
    network$.subscribe((hasNetwork) => heard.push(hasNetwork));
    isOnLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    isOnLine.mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(heard).toEqual([false, true, false]);
  });
});

describe('somebody who looks at the page again', () => {
  it('is noticed, with how long they were away', () => {
    vi.useFakeTimers();
    const wakeUps: number[] = [];
    TestBed.inject(WAKE_UP).subscribe((hiddenFor) => wakeUps.push(hiddenFor));
    vi.advanceTimersByTime(5_000);
    become('hidden');
    vi.advanceTimersByTime(40_000);
    become('visible');
    expect(wakeUps).toEqual([40_000]);
    vi.useRealTimers();
  });
});
