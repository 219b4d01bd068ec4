import { computed, effect, inject, Injectable, linkedSignal } from '@angular/core';
import type { Message, RoomState } from '#shared';
import { SessionStore } from '../../auth/session-store';
import { reachOf } from '../../rooms/receipts/delivery';
import { Outbox } from '../../rooms/outbox/outbox';
import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';
import { PeopleStore } from '../../rooms/people/people-store';
import { Today } from '../../rooms/today';
import { endOf, type End } from './entrance';
import { groupByDay, withoutEdges, type Bubble, type Day } from './grouping';
import { LogPlace } from './log-place';
import { reuseEqual } from './reuse';
import type { Span } from './span';
import { outboxEntry, storedEntry } from './timeline-entry';
import type { People } from '../text/mentioned';
import { TimelineStore } from './timeline-store';

/** The log of the visited room as it is shown: what the server has, then what is on its way there. */
@Injectable()
export class LogView {
  private readonly timeline = inject(TimelineStore);
  private readonly place = inject(LogPlace);
  private readonly outbox = inject(Outbox);
  private readonly session = inject(SessionStore);
  private readonly today = inject(Today);
  private readonly known = inject(PeopleStore);
  private shown: ReadonlyMap<string, Bubble> = new Map();

  private readonly userId = computed(() => this.session.user()?.id ?? '');
  private readonly outgoing = computed(() =>
    this.outbox.entries().filter(({ roomId }) => roomId === this.timeline.roomId()),
  );
  private readonly settled = computed(() => {
    const outgoing = this.outgoing();
    const held = this.timeline.held();
    if (outgoing.length === 0 || !held) return [];
    const own = new Set(held.log.filter((m) => m.senderId === this.userId()).map((m) => m.clientId));
    return outgoing.filter((entry) => isInLog(entry, own, held.room.lastSeq));
  });

  readonly days = computed<readonly Day[]>(() => {
    const held = this.timeline.held();
    if (!held) return [];
    const span = this.place.span();
    const { before, shown, after } = cut(held, span);
    const reach = reachOf(held.room);
    const stored = [...before, ...shown, ...after].map((message) => storedEntry(message, this.userId(), reach));
    const entries = [...stored, ...(this.place.reachesEnd() ? this.pending() : [])];
    const days = groupByDay(entries, this.today.now(), this.place.line());
    return this.reuse(withoutEdges(days, { before: before.length > 0, after: after.length > 0 }));
  });

  private readonly end = linkedSignal<{ readonly days: readonly Day[]; readonly reachesEnd: boolean }, End>({
    source: () => ({ days: this.days(), reachesEnd: this.place.reachesEnd() }),
    computation: ({ days, reachesEnd }, before) => endOf(days, reachesEnd, before?.value),
  });
  /** The key of the message that comes in at the end, alone and just now; null where none does. */
  readonly entering = computed(() => this.end().entering);

  /** Whom the messages that are shown mention, by their usernames. */
  readonly people = computed<People>(
    () => {
      const ids = new Set(this.days().flatMap(({ bubbles }) => bubbles.flatMap(({ mentions }) => mentions)));
      return new Map([...ids].flatMap((id) => this.mentioned(id)));
    },
    { equal: samePeople },
  );

  /** The last message that the reader has had before their eyes. */
  readonly seenSeq = this.place.seenSeq;

  constructor() {
    effect(() => this.outbox.discard(this.settled().map(({ clientId }) => clientId)));
  }

  private mentioned(id: string) {
    const user = this.known.userOf(id);
    if (!user) return [];
    const { username, displayName: name } = user;
    return [[username, { id, username, name, isReader: id === this.userId() }] as const];
  }

  private pending() {
    const settled = new Set(this.settled());
    return this.outgoing()
      .filter((entry) => !settled.has(entry))
      .map((entry) => outboxEntry(entry, this.userId()));
  }

  private reuse(days: readonly Day[]): Day[] {
    const reused = days.map((day) => ({ ...day, bubbles: reuseEqual(this.shown, day.bubbles) }));
    this.shown = new Map(reused.flatMap(({ bubbles }) => bubbles.map((bubble) => [bubble.key, bubble] as const)));
    return reused;
  }
}

interface Cut {
  /** The message before what is shown, if it is held, and the one after. */
  readonly before: readonly Message[];
  readonly shown: readonly Message[];
  readonly after: readonly Message[];
}

/** The part of a log that a span shows. Places are dense, so it is found without a search. */
function cut({ log }: RoomState, span: Span | null): Cut {
  const start = log[0]?.seq ?? 1;
  const from = Math.max(0, (span?.first ?? start) - start);
  const to = span && span.last !== null ? span.last - start + 1 : log.length;
  return { before: log.slice(Math.max(0, from - 1), from), shown: log.slice(from, to), after: log.slice(to, to + 1) };
}

/** An answer may be lost where the message was not: the log then shows it under its `clientId`. */
function isInLog({ clientId, seq }: OutboxEntry, own: ReadonlySet<string>, lastSeq: number): boolean {
  return own.has(clientId) || (seq !== null && seq <= lastSeq);
}

const samePeople = (a: People, b: People): boolean =>
  a.size === b.size &&
  [...a].every(([username, { id, name }]) => b.get(username)?.id === id && b.get(username)?.name === name);
