import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { Ahead } from './ahead';
import { fetchAhead } from './fetch-ahead';
import { PAINTED } from './painted';

describe('what is fetched ahead', () => {
  const connectedBy = (connection: object | undefined): void => {
    Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
  };

  afterEach(() => connectedBy(undefined));

  it('is first what the next click needs, and then all else', async () => {
    const order: string[] = [];
    let arrive = (): void => undefined;
    TestBed.runInInjectionContext(() => fetchAhead(() => Promise.resolve(order.push('a menu'))));
    const ahead = TestBed.inject(Ahead);
    const next = ahead.fetchNext(() => {
      order.push('the next page');
      return new Promise<void>((done) => (arrive = done));
    });
    expect(order).toEqual([]);
    await vi.waitFor(() => expect(order).toEqual(['the next page']));
    await new Promise((done) => setTimeout(done));
    expect(order).toEqual(['the next page']);
    arrive();
    await next;
    await ahead.done;
    expect(order).toEqual(['the next page', 'a menu']);
  });

  it('is nothing before the page is painted', async () => {
    const paint = new Subject<void>();
    TestBed.configureTestingModule({ providers: [{ provide: PAINTED, useValue: paint }] });
    const load = vi.fn(() => Promise.resolve());
    const fetched = TestBed.inject(Ahead).fetchNext(load);
    await vi.waitFor(() => expect(paint.observed).toBe(true));
    expect(load).not.toHaveBeenCalled();
    paint.next();
    await fetched;
    expect(load).toHaveBeenCalledOnce();
  });

  it('is no failure where it cannot be had', async () => {
    const ahead = TestBed.inject(Ahead);
    const lost = (): Promise<never> => Promise.reject(new Error('no network'));
    await expect(ahead.fetchNext(lost)).resolves.toBeUndefined();
    await expect(ahead.fetchLater(lost)).resolves.toBeUndefined();
  });

  it.each([{ saveData: true }, { effectiveType: 'slow-2g' }])('is nothing with %o', async (connection) => {
    connectedBy(connection);
    const load = vi.fn(() => Promise.resolve());
    const ahead = TestBed.inject(Ahead);
    void ahead.fetchNext(load);
    void ahead.fetchLater(load);
    await ahead.done;
    expect(load).not.toHaveBeenCalled();
  });
});
