import { isBehind, type ChatState, type ReceiptPayload } from '#shared';
import { asyncScheduler, concatMap, map, scan, switchMap, throttleTime, type Observable } from 'rxjs';

/** The furthest place that has arrived here, by room, where the server does not know of it yet. */
export type Owed = ReadonlyMap<string, number>;

const AT_MOST_EVERY_MS = 500;

/** What a client owes: up to `lastSeq`, but for rooms in which something is missing and still on its way. */
export function owedReceipts({ rooms }: ChatState): Owed {
  const owed = new Map<string, number>();
  for (const held of Object.values(rooms)) {
    const { id, lastSeq, me } = held.room;
    if (me && lastSeq > me.deliveredSeq && !isBehind(held)) owed.set(id, lastSeq);
  }
  return owed;
}

/**
 * The reports of what was received: at once, then together at most every 500 ms, one a room, and only what has grown
 * since the last. A new connection begins anew, since what was told over the last one may be lost.
 *
 * @param connections$ emits whenever a connection begins
 */
export function deliveredReports(
  owed$: Observable<Owed>,
  connections$: Observable<unknown>,
): Observable<ReceiptPayload> {
  return connections$.pipe(
    switchMap(() =>
      owed$.pipe(
        throttleTime(AT_MOST_EVERY_MS, asyncScheduler, { leading: true, trailing: true }),
        scan<Owed, { told: Owed; news: ReceiptPayload[] }>(({ told }, owed) => growth(told, owed), {
          told: new Map<string, number>(),
          news: [],
        }),
      ),
    ),
    map(({ news }) => news),
    concatMap((news) => news),
  );
}

function growth(told: Owed, owed: Owed): { told: Owed; news: ReceiptPayload[] } {
  const news = [...owed]
    .filter(([roomId, seq]) => seq > (told.get(roomId) ?? 0))
    .map(([roomId, seq]) => ({ roomId, seq }));
  return { told: new Map([...told, ...news.map(({ roomId, seq }) => [roomId, seq] as const)]), news };
}
