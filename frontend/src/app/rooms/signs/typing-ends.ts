import { TYPING, type Event, type EventOf } from '#shared';
import { concatMap, debounceTime, groupBy, map, mergeMap, type Observable } from 'rxjs';

type Sign = EventOf<'typing'>;

const isSign = (event: Event): event is Sign => event.type === 'typing';
const whereAndWho = ({ roomId, userId }: Sign): string => `${roomId} ${userId}`;

/**
 * For everybody who was said to type and of whom nothing was heard since, the word that they have stopped, 6 s after the
 * last sign. A word about somebody who has stopped already does no harm.
 */
export function typingEnds(events$: Observable<readonly Event[]>): Observable<Sign> {
  return events$.pipe(
    concatMap((events) => events.filter(isSign)),
    groupBy(whereAndWho, { duration: (signs$) => signs$.pipe(debounceTime(TYPING.holdsMs + 1)) }),
    mergeMap((signs$) => signs$.pipe(debounceTime(TYPING.holdsMs))),
    map((sign) => ({ ...sign, active: false })),
  );
}
