import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { Event, Message } from '#shared';
import { catchError, exhaustMap, filter, of, switchMap, tap, timer, type Observable } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { plainLine } from '../../core/text/plain-line';
import { RealtimeClient } from '../../realtime/realtime-client';
import { retryWhileTemporary } from '../../realtime/retry-while-temporary';
import { PeopleStore } from '../../rooms/people/people-store';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { LogView } from './log-view';
import { TimelineStore } from './timeline-store';

/** So long messages are gathered that are asked for together. */
const GATHER_MS = 50;
/** At most so many messages of a log are fetched for those among them that are quoted. */
const REACH = 100;
const TRIES = 5;
/** More of a text is never seen in two lines. */
const LONGEST = 300;

/** A message as another one that answers it shows it. */
export interface Quote {
  readonly seq: number;
  /** Empty as long as it is not known. */
  readonly senderId: string;
  readonly name: string;
  readonly text: string;
  readonly state: 'shown' | 'deleted' | 'loading' | 'missing';
}

/** What was fetched of a log beside what is held of it; null where there was nothing. */
type Fetched = ReadonlyMap<number, Message | null>;

/** The messages that those in the log answer: from what is held, or fetched once and together. */
@Injectable()
export class Quotes {
  private readonly timeline = inject(TimelineStore);
  private readonly view = inject(LogView);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly api = inject(RoomsApi);
  private readonly client = inject(RealtimeClient);

  private readonly fetched = linkedSignal<string, Fetched>({
    source: this.timeline.roomId,
    computation: () => new Map(),
  });
  /** Places that were asked for since the connection is up. */
  private readonly asked = linkedSignal<string, ReadonlySet<number>>({
    source: this.timeline.roomId,
    computation: () => new Set(),
  });
  private readonly wanted = computed(
    () => {
      const places = this.view.days().flatMap(({ bubbles }) => bubbles.flatMap(({ replyTo }) => replyTo ?? []));
      return [...new Set(places)].sort((a, b) => a - b);
    },
    { equal: (a, b) => a.length === b.length && a.every((seq, index) => seq === b[index]) },
  );
  private readonly missing = computed(() => this.wanted().filter((seq) => !this.asked().has(seq) && !this.inLog(seq)));

  /** The quoted messages by their places. */
  readonly shown = computed<ReadonlyMap<number, Quote>>(
    () => new Map(this.wanted().map((seq) => [seq, this.quote(seq)] as const)),
    { equal: sameQuotes },
  );

  constructor() {
    toObservable(this.timeline.roomId)
      .pipe(
        switchMap((roomId) => this.missing$.pipe(exhaustMap(() => this.load(roomId)))),
        takeUntilDestroyed(),
      )
      .subscribe();
    this.client.events$.pipe(takeUntilDestroyed()).subscribe((events) => events.forEach((event) => this.take(event)));
    // What has changed meanwhile was not told: it is asked for again, and shown as it was until then.
    this.client.ready$.pipe(takeUntilDestroyed()).subscribe(() => this.asked.set(new Set()));
  }

  private readonly missing$ = toObservable(this.missing).pipe(filter((places) => places.length > 0));

  private load(roomId: string): Observable<unknown> {
    return timer(GATHER_MS).pipe(switchMap(() => this.fetch(roomId, this.missing())));
  }

  private fetch(roomId: string, places: readonly number[]): Observable<unknown> {
    const [first = 1] = places;
    const covered = places.filter((seq) => seq < first + REACH);
    const limit = (covered.at(-1) ?? first) - first + 1;
    return this.api.messages(roomId, { after: first - 1, limit }).pipe(
      retryWhileTemporary(TRIES),
      catchError(() => of<readonly Message[]>([])),
      tap((page) => {
        const bySeq = new Map(page.map((message) => [message.seq, message]));
        this.keep(covered.map((seq) => [seq, bySeq.get(seq) ?? null]));
        this.asked.update((asked) => new Set([...asked, ...covered]));
      }),
    );
  }

  private take(event: Event): void {
    if (event.type !== 'message.updated' || event.roomId !== this.timeline.roomId()) return;
    if (this.fetched().has(event.message.seq)) this.keep([[event.message.seq, event.message]]);
  }

  private keep(entries: readonly (readonly [number, Message | null])[]): void {
    this.fetched.update((fetched) => new Map([...fetched, ...entries]));
  }

  /** Places are dense, so a message is found without a search. */
  private inLog(seq: number): Message | undefined {
    const log = this.timeline.held()?.log ?? [];
    return log[seq - (log[0]?.seq ?? 0)];
  }

  private quote(seq: number): Quote {
    const message = this.inLog(seq) ?? this.fetched().get(seq);
    if (!message) return { seq, senderId: '', name: '', text: '', state: message === null ? 'missing' : 'loading' };
    const { senderId, body, deletedAt } = message;
    const isOwn = senderId === this.session.user()?.id;
    const name = isOwn ? $localize`:@@you:You` : (this.people.nameOf(senderId) ?? '');
    if (deletedAt)
      return { seq, senderId, name, text: $localize`:@@wasDeleted:This message was deleted`, state: 'deleted' };
    return { seq, senderId, name, text: plainLine(body).slice(0, LONGEST), state: 'shown' };
  }
}

function sameQuotes(a: ReadonlyMap<number, Quote>, b: ReadonlyMap<number, Quote>): boolean {
  const isSame = (one: Quote, other: Quote | undefined): boolean =>
    other?.state === one.state && other.text === one.text && other.name === one.name && other.senderId === one.senderId;
  return a.size === b.size && [...a].every(([seq, quote]) => isSame(quote, b.get(seq)));
}
