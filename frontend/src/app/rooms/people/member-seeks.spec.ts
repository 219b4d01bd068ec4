import { EMPTY, throwError } from 'rxjs';
import { inTime } from '../../../testing/in-time';
import { memberSeeks, type MemberSeek } from './member-seeks';

const a: MemberSeek = { roomId: 'r-1', text: 'a' };
const b: MemberSeek = { roomId: 'r-1', text: 'b' };
const SEEKS = { a, b };
const STATES = { i: 'idle', s: 'asking', f: 'failed' } as const;

describe('memberSeeks', () => {
  let asked: string[];
  const run = (test: Parameters<typeof inTime>[0]): void => {
    asked = [];
    inTime(test);
  };
  const note = (seek: MemberSeek): void => void asked.push(seek.text);

  it('asks once typing pauses, for what was typed last', () => {
    run(({ hot, cold, expectObservable, flush }) => {
      const seeks$ = hot('a 99ms b', SEEKS);
      const states$ = memberSeeks(
        seeks$,
        () => true,
        (seek) => {
          note(seek);
          return cold('10ms (x|)');
        },
      );
      expectObservable(states$).toBe('s 259ms i', STATES);
      flush();
      expect(asked).toEqual(['b']);
    });
  });

  it('asks for nobody twice', () => {
    run(({ hot, expectObservable, flush }) => {
      const states$ = memberSeeks(
        hot('a 199ms a', SEEKS),
        () => true,
        (seek) => {
          note(seek);
          return EMPTY;
        },
      );
      expectObservable(states$).toBe('s 149ms i', STATES);
      flush();
      expect(asked).toEqual(['a']);
    });
  });

  it('says that it has failed, and asks again when somebody does', () => {
    run(({ hot, expectObservable, flush }) => {
      const states$ = memberSeeks(
        hot('a 199ms a', SEEKS),
        () => true,
        (seek) => {
          note(seek);
          return throwError(() => new Error('no answer'));
        },
      );
      expectObservable(states$).toBe('s 149ms f 49ms s 149ms f', STATES);
      flush();
      expect(asked).toEqual(['a', 'a']);
    });
  });

  it('asks for nobody where all are known', () => {
    run(({ hot, expectObservable, flush }) => {
      const states$ = memberSeeks(
        hot('a', SEEKS),
        () => false,
        (seek) => {
          note(seek);
          return EMPTY;
        },
      );
      expectObservable(states$).toBe('i', STATES);
      flush();
      expect(asked).toEqual([]);
    });
  });
});
