import { asyncScheduler, concatMap, defer, filter, groupBy, map, mergeMap, throttleTime, type Observable } from 'rxjs';
import { decide, type Notice } from './decide';
import type { Facts } from './facts';
import { piled, type RoomNews } from './room-news';

const AT_MOST_EVERY_MS = 1_500;

/**
 * The notices that news are worth. A room speaks at once, and then at most every 1.5 s of all that has come since the
 * reader last looked: a burst, or what was missed in an absence, is one notice.
 *
 * @param ask finds out what a decision about these news rests on
 */
export function notices(news$: Observable<RoomNews>, ask: (news: RoomNews) => Observable<Facts>): Observable<Notice> {
  return news$.pipe(
    groupBy(({ room }) => room.id),
    mergeMap((room$) => ofRoom(room$, ask)),
  );
}

function ofRoom(news$: Observable<RoomNews>, ask: (news: RoomNews) => Observable<Facts>): Observable<Notice> {
  return defer(() => {
    let pile: RoomNews | null = null;
    const judged = (news: RoomNews, facts: Facts): Notice | null => {
      if (facts.isLooking) pile = null;
      return decide(pile ?? news, facts);
    };
    return news$.pipe(
      map((news) => (pile = piled(pile, news))),
      throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
      concatMap((news) => ask(news).pipe(map((facts) => judged(news, facts)))),
      filter((notice) => notice !== null),
    );
  });
}
