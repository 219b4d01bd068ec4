import { delay, of } from 'rxjs';
import { inTime } from '../../testing/in-time';
import type { Facts } from './facts';
import { notices } from './notices';
import type { RoomNews } from './room-news';
import { facts, heldRoom, membership, message, newsOf } from './testing';

const first = heldRoom([message(1)]);
const other = heldRoom([message(1, { roomId: 'r-2', body: 'Elsewhere' })], { id: 'r-2', name: 'Other' });
const NEWS: Record<string, RoomNews> = {
  a: newsOf(first),
  b: newsOf(heldRoom([message(2)])),
  c: newsOf(heldRoom([message(3)])),
  o: newsOf(other),
  r: newsOf(heldRoom([message(3)], { me: membership({ readSeq: 2 }) })),
};

/** News as they come, and the words of the notices that follow. `looks` says at which questions somebody looks. */
function expectNotices(
  news: string,
  told: string,
  words: Record<string, string>,
  { looks = [], answerAfter = 0 }: { looks?: readonly number[]; answerAfter?: number } = {},
): void {
  inTime(({ hot, expectObservable }) => {
    let asked = 0;
    const ask = (about: RoomNews) => {
      const isLooking = looks.includes(asked++);
      const state = { room: about.room, log: [], members: {}, heardRev: 0 };
      const answer$ = of<Facts>(facts(state, { isLooking }));
      return answerAfter ? answer$.pipe(delay(answerAfter)) : answer$;
    };
    const said = Object.fromEntries(
      Object.entries(words).map(([key, body]) => [key, expect.objectContaining({ body })]),
    );
    expectObservable(notices(hot(news, NEWS), ask)).toBe(told, said);
  });
}

describe('notices', () => {
  it('tells a message at once', () => {
    expectNotices('--a', '--x', { x: 'Message 1' });
  });

  it('tells a burst at once, and the rest of it together', () => {
    expectNotices('a 99ms b 99ms c', 'x 1499ms y', { x: 'Message 1', y: '3 new messages\nMessage 3' });
  });

  it('lets rooms speak for themselves', () => {
    expectNotices('ao', 'xy', { x: 'Message 1', y: 'Elsewhere' });
  });

  it('counts on while nobody looks, and from the beginning once somebody has', () => {
    expectNotices('a 1999ms b', 'x 1999ms y', { x: 'Message 1', y: '2 new messages\nMessage 2' });
    expectNotices('a 1999ms b 1999ms c', '- 3999ms x', { x: 'Message 3' }, { looks: [0, 1] });
    expectNotices('a 1999ms b 1999ms c', 'x 3999ms z', { x: 'Message 1', z: 'Message 3' }, { looks: [1] });
  });

  it('counts from the beginning once the room was read elsewhere', () => {
    expectNotices('a 1999ms r', 'x 1999ms y', { x: 'Message 1', y: 'Message 3' });
  });

  it('tells with the latest what came while the answer was on its way', () => {
    expectNotices(
      'a 99ms b',
      '200ms x 1499ms y',
      { x: '2 new messages\nMessage 2', y: '2 new messages\nMessage 2' },
      {
        answerAfter: 200,
      },
    );
  });
});
