import { map, type Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { newClientDue, whenBack } from './update-times';

const run = (check: Parameters<TestScheduler['run']>[0]) =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(check);
const STATES = { c: 'connecting', o: 'online', r: 'reconnecting', u: 'updating' };
const x = (moments$: Observable<unknown>) => moments$.pipe(map(() => 'x'));

describe('looking for a new version', () => {
  it('happens when the connection is back, but not at the first', () => {
    run(({ cold, expectObservable }) => {
      expectObservable(x(whenBack(cold('c-o-r-o-r-o', STATES)))).toBe('------x---x');
    });
  });
});

describe('a page whose server has moved on', () => {
  it('is replaced at once where nobody types, and again each minute while that has not helped', () => {
    run(({ cold, expectObservable }) => {
      const due$ = newClientDue(cold('o-u', STATES), cold('t'));
      expectObservable(x(due$), '^ 70s !').toBe('3002ms x 59999ms x');
    });
  });

  it('stays until nobody has typed for three seconds', () => {
    run(({ cold, hot, expectObservable }) => {
      const typed$ = hot('t 1s t 2s t');
      const due$ = newClientDue(cold('u', STATES), typed$);
      expectObservable(x(due$), '^ 10s !').toBe('6002ms x');
    });
  });

  it('stays where the server has come back to the same language', () => {
    run(({ cold, expectObservable }) => {
      expectObservable(x(newClientDue(cold('u 1s o', STATES), cold('t')))).toBe('');
    });
  });
});
