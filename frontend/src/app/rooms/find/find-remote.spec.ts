import { inTime } from '../../../testing/in-time';
import { grace, room } from '../testing/builders';
import type { FindQuery } from './find-query';
import { remoteFinds, type RemoteFinds } from './find-remote';

const NOTHING = { people: [], rooms: [] };
const SOMEBODY = { people: [grace], rooms: [room()] };
const q: Readonly<Record<string, FindQuery>> = {
  e: { scope: 'all', text: '' },
  g: { scope: 'all', text: 'g' },
  h: { scope: 'all', text: 'gr' },
  c: { scope: 'commands', text: 'g' },
  p: { scope: 'people', text: '' },
};
const states: Readonly<Record<string, RemoteFinds>> = {
  i: { ...NOTHING, state: 'idle' },
  a: { ...NOTHING, state: 'asking' },
  A: { ...SOMEBODY, state: 'answered' },
  B: { ...SOMEBODY, state: 'asking' },
  F: { ...NOTHING, state: 'failed' },
  K: { ...SOMEBODY, state: 'idle' },
};

describe('what the server finds', () => {
  it('is asked for once typing pauses, and is kept until the next answer', () => {
    inTime(({ cold, expectObservable }) => {
      const queries$ = cold('e 49ms g 49ms h 299ms e', q);
      const found$ = remoteFinds(queries$, () => cold('10ms (A|)', { A: SOMEBODY }));
      expectObservable(found$).toBe('i 49ms a 49ms a 159ms A 139ms K', states);
    });
  });

  it('drops an answer that was overtaken', () => {
    inTime(({ cold, expectObservable }) => {
      const queries$ = cold('g 159ms h 400ms -', q);
      const answers: Record<string, string> = { g: '100ms (A|)', gr: '5ms (A|)' };
      const found$ = remoteFinds(queries$, ({ text }) => cold(answers[text] ?? '', { A: SOMEBODY }));
      expectObservable(found$).toBe('a 159ms a 154ms A', states);
    });
  });

  it('says when the server does not answer', () => {
    inTime(({ cold, expectObservable }) => {
      const found$ = remoteFinds(cold('g', q), () => cold('#'));
      expectObservable(found$).toBe('a 149ms F', states);
    });
  });

  it('is not asked for what is held here alone', () => {
    inTime(({ cold, expectObservable }) => {
      const found$ = remoteFinds(cold('e-c', q), () => cold('(A|)', { A: SOMEBODY }));
      expectObservable(found$).toBe('i-i', states);
    });
  });

  it('is asked for everybody where only people are looked for', () => {
    inTime(({ cold, expectObservable }) => {
      const found$ = remoteFinds(cold('p', q), () => cold('(A|)', { A: SOMEBODY }));
      expectObservable(found$).toBe('a 149ms A', states);
    });
  });
});
