import type { Event } from '#shared';
import { inTime } from '../../../testing/in-time';
import { message } from '../testing/builders';
import { typingEnds } from './typing-ends';

const typing = (userId: string, active = true): Event => ({ type: 'typing', roomId: 'r-1', userId, active });
const HEARD: Record<string, Event[]> = {
  a: [typing('ada')],
  g: [typing('grace')],
  b: [typing('ada'), typing('grace')],
  m: [{ type: 'message.created', roomId: 'r-1', rev: 1, message: message(1) }],
};
const ENDED = { a: typing('ada', false), g: typing('grace', false) };

function expectEnds(heard: string, ended: string): void {
  inTime(({ hot, expectObservable }) => {
    expectObservable(typingEnds(hot(heard, HEARD))).toBe(ended, ENDED);
  });
}

describe('typingEnds', () => {
  it('tells that somebody has stopped 6 s after the last sign', () => {
    expectEnds('a', '6s a');
    expectEnds('a 2999ms a', '9s a');
  });

  it('follows each person by themselves', () => {
    expectEnds('a 1999ms g', '6s a 1999ms g');
    expectEnds('b', '6s (ag)');
  });

  it('tells it again when they have begun again', () => {
    expectEnds('a 9999ms a', '6s a 9999ms a');
  });

  it('leaves everything else alone', () => {
    expectEnds('m', '');
  });
});
