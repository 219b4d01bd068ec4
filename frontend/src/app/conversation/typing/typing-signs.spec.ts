import type { TypingPayload } from '#shared';
import { inTime } from '../../../testing/in-time';
import { typingSigns } from './typing-signs';

const SIGNS: Record<string, TypingPayload> = {
  a: { roomId: 'r-1', active: true },
  s: { roomId: 'r-1', active: false },
  o: { roomId: 'r-2', active: true },
};

function expectSigns(strokes: string, signs: string): void {
  inTime(({ hot, expectObservable }) => {
    expectObservable(typingSigns(hot(strokes, SIGNS))).toBe(signs, SIGNS);
  });
}

describe('typingSigns', () => {
  it('tells that somebody types at most once in 3 s', () => {
    expectSigns('a 999ms a 999ms a 999ms a 999ms a', 'a 2999ms a');
  });

  it('tells once that they have stopped, and that they begin again no sooner than 3 s after it was told last', () => {
    expectSigns('a 1999ms s 99ms s 99ms a 799ms a', 'a 1999ms s 999ms a');
    expectSigns('a 3999ms s 99ms a', 'a 3999ms s 99ms a');
  });

  it('does not tell the end of what is no longer shown, nor of what never was', () => {
    expectSigns('s 99ms a 5999ms s', '- 99ms a');
  });

  it('tells of each room by itself', () => {
    expectSigns('a 99ms o 99ms s', 'a 99ms o 99ms s');
  });
});
