import { computed, effect, inject, Injectable, linkedSignal } from '@angular/core';
import { SessionStore } from '../auth/session-store';
import { Today } from '../rooms/today';
import { reachOf } from '../rooms/delivery';
import { groupByDay, type Bubble, type Day, type Unread } from './grouping';
import { Outbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';
import { reuseEqual } from './reuse';
import { outboxEntry, storedEntry } from './timeline-entry';
import { TimelineStore } from './timeline-store';

/** The log of the visited room as it is shown: what the server has, then what is on its way there. */
@Injectable()
export class LogView {
  private readonly timeline = inject(TimelineStore);
  private readonly outbox = inject(Outbox);
  private readonly session = inject(SessionStore);
  private readonly today = inject(Today);
  private shown: ReadonlyMap<string, Bubble> = new Map();

  private readonly userId = computed(() => this.session.user()?.id ?? '');
  private readonly log = computed(() => this.timeline.held()?.log ?? []);
  private readonly lastSeq = computed(() => this.log().at(-1)?.seq ?? 0);
  private readonly outgoing = computed(() =>
    this.outbox.entries().filter(({ roomId }) => roomId === this.timeline.roomId()),
  );
  private readonly settled = computed(() => {
    const own = new Set(
      this.log()
        .filter((m) => m.senderId === this.userId())
        .map((m) => m.clientId),
    );
    return this.outgoing().filter((entry) => isInLog(entry, own, this.timeline.held()?.room.lastSeq ?? 0));
  });

  readonly days = computed<readonly Day[]>(() => {
    const held = this.timeline.held();
    if (!held) return [];
    const reach = reachOf(held, this.userId());
    const settled = new Set(this.settled());
    const entries = [
      ...held.log.map((message) => storedEntry(message, this.userId(), reach)),
      ...this.outgoing()
        .filter((entry) => !settled.has(entry))
        .map((entry) => outboxEntry(entry, this.userId())),
    ];
    return this.reuse(groupByDay(entries, this.today.now(), this.timeline.unread()));
  });

  /** Up to where the reader has seen the log while away from its end; null while they are there. */
  private readonly leftAt = linkedSignal<Unread | null, number | null>({
    source: this.timeline.unread,
    computation: (unread) => unread?.afterSeq ?? null,
  });

  /** The last message that the reader has had before their eyes. */
  readonly seenSeq = computed(() => this.leftAt() ?? this.lastSeq());
  /** How many messages of others have come below since the reader left the end. */
  readonly below = computed(
    () => this.log().filter(({ seq, senderId }) => seq > this.seenSeq() && senderId !== this.userId()).length,
  );

  constructor() {
    effect(() => this.outbox.discard(this.settled().map(({ clientId }) => clientId)));
  }

  /** @param isThere whether the end of the log is in sight */
  setAtEnd(isThere: boolean): void {
    if (isThere) this.leftAt.set(null);
    else this.leftAt.update((seq) => seq ?? this.lastSeq());
  }

  private reuse(days: readonly Day[]): Day[] {
    const reused = days.map((day) => ({ ...day, bubbles: reuseEqual(this.shown, day.bubbles) }));
    this.shown = new Map(reused.flatMap(({ bubbles }) => bubbles.map((bubble) => [bubble.key, bubble] as const)));
    return reused;
  }
}

/** An answer may be lost where the message was not: the log then shows it under its `clientId`. */
function isInLog({ clientId, seq }: OutboxEntry, own: ReadonlySet<string>, lastSeq: number): boolean {
  return own.has(clientId) || (seq !== null && seq <= lastSeq);
}
