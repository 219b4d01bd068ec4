import { NEVER, of } from 'rxjs';
import { inTime } from '../../testing/in-time';
import { silences } from './silence';

const unanswered = (): Promise<unknown> => new Promise(() => undefined);

describe('the silence of a connection', () => {
  it('is noticed within three seconds when somebody comes back after a long while', () => {
    inTime(({ hot, expectObservable }) => {
      const wakeUps$ = hot('a', { a: 31_000 });
      expectObservable(silences(wakeUps$, NEVER, unanswered)).toBe('3s s', { s: 'silent' });
    });
  });

  it('is not looked for after a short while', () => {
    inTime(({ hot, expectObservable }) => {
      const wakeUps$ = hot('a', { a: 29_000 });
      expectObservable(silences(wakeUps$, NEVER, unanswered), '^ 60s !').toBe('');
    });
  });

  it('is looked for once when several requests get no answer', () => {
    inTime(({ hot, expectObservable }) => {
      const doubts$ = hot('(dd)- 100ms d');
      expectObservable(silences(NEVER, doubts$, unanswered)).toBe('3s s', { s: 'silent' });
    });
  });

  it('is noticed where the question itself fails, and ends nothing', async () => {
    vi.useFakeTimers();
    const heard = { next: vi.fn(), error: vi.fn() };
    silences(of(31_000), NEVER, () => Promise.reject(new Error('not connected'))).subscribe(heard);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(heard.next).toHaveBeenCalledWith('silent');
    expect(heard.error).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('is none where any answer comes', async () => {
    vi.useFakeTimers();
    const silent = vi.fn();
    silences(of(31_000), NEVER, () => Promise.resolve()).subscribe(silent);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(silent).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
