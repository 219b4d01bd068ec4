import { map, type Observable } from 'rxjs';
import { inTime } from '../../testing/in-time';
import { newClientDue, whenBack } from './update-times';

const STATES = { c: 'connecting', o: 'online', r: 'reconnecting' };
const OUTDATED = { n: false, y: true };
const x = (moments$: Observable<unknown>) => moments$.pipe(map(() => 'x'));

describe('looking for a new version', () => {
  it('happens when the connection is back, but not at the first', () => {
    inTime(({ cold, expectObservable }) => {
      expectObservable(x(whenBack(cold('c-o-r-o-r-o', STATES)))).toBe('------x---x');
    });
  });
});

describe('a page whose server has moved on', () => {
  it('is replaced at once where nobody types, and again each minute while that has not helped', () => {
    inTime(({ cold, expectObservable }) => {
      const due$ = newClientDue(cold('n-y', OUTDATED), cold('t'));
      expectObservable(x(due$), '^ 70s !').toBe('3002ms x 59999ms x');
    });
  });

  it('stays until nobody has typed for three seconds', () => {
    inTime(({ cold, hot, expectObservable }) => {
      const typed$ = hot('t 1s t 2s t');
      const due$ = newClientDue(cold('y', OUTDATED), typed$);
      expectObservable(x(due$), '^ 10s !').toBe('6002ms x');
    });
  });
});
