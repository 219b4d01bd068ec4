import { computed, effect, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { Message } from '#shared';
import { map, of } from 'rxjs';
import { PAINTED } from '../../core/painted';
import { sameFields } from '../../core/same-fields';
import { Attention } from '../../core/attention';
import { History } from './history';
import { movingLine, type Reading } from './moving-line';
import { isOutside, moved, spanAround, spanAtEnd, START_SHARE, type Bounds, type Sight, type Span } from './span';
import { TimelineStore, type Entry } from './timeline-store';
import { travelIn } from '../log/travel';
import { unreadLine } from './unread-line';

/** The height of the log until it is known. */
const USUAL_HEIGHT = 800;
/** With fewer messages than this held where the reader is heading, the next page is fetched. */
const SOON = 80;
/** So far from the end that a way to go there is of use. */
const FAR_PX = 240;

/** Where the reader is in the log of the visited room: which part of it is rendered, and how far they have seen it. */
@Injectable()
export class LogPlace {
  private readonly timeline = inject(TimelineStore);
  private readonly history = inject(History);
  private readonly attention = inject(Attention);

  private readonly lastSeq = computed(() => this.timeline.held()?.room.lastSeq ?? 0);
  private readonly bounds = computed<Bounds | null>(
    () => {
      const log = this.timeline.held()?.log ?? [];
      const [first, last] = [log[0], log.at(-1)];
      return first && last ? { start: first.seq, end: last.seq, lastSeq: Math.max(this.lastSeq(), last.seq) } : null;
    },
    { equal: (a, b) => a?.start === b?.start && a?.end === b?.end && a?.lastSeq === b?.lastSeq },
  );
  /** The message that the address names by `?at=`, once the room is open. */
  private readonly named = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map((query) => Number(query.get('at')))));
  private readonly linked = computed(() => (this.timeline.state() === 'ready' ? this.named() : 0));
  private readonly sight = linkedSignal<string, Sight | null>({
    source: this.timeline.roomId,
    computation: () => null,
  });
  private readonly far = linkedSignal<string, boolean>({ source: this.timeline.roomId, computation: () => false });
  /** The entry with which the reader was last put where they begin to read; one that has gone elsewhere by then stays there. */
  readonly beginning = linkedSignal<Entry, Entry>({
    source: this.timeline.entry,
    computation: (entry, before) =>
      before?.value.roomId === entry.roomId && untracked(this.far) ? before.value : entry,
  }).asReadonly();
  private readonly chosen = linkedSignal<Entry, Span | null>({ source: this.beginning, computation: () => null });
  private readonly seen = linkedSignal<Entry, number>({
    source: this.timeline.entry,
    computation: ({ unread }) => unread?.afterSeq ?? untracked(this.lastSeq),
  });
  private readonly reading = computed<Reading | null>(
    () => {
      const room = this.timeline.held()?.room;
      return room?.me ? { lastSeq: room.lastSeq, readSeq: room.me.readSeq } : null;
    },
    { equal: sameFields },
  );
  /** The line above what is unread. */
  readonly line = movingLine(
    computed(() => ({
      entry: this.timeline.entry(),
      isHere: this.attention.isHere(),
      reading: this.reading(),
    })),
    this.seen,
  );
  private readonly travel = travelIn(this.timeline.roomId, (seq) => this.standAt(seq));
  private readonly unread = unreadLine(computed(() => ({ roomId: this.timeline.roomId(), unread: this.line() })));
  private height = USUAL_HEIGHT;

  /** The part of the log to render; null while there is nothing. */
  readonly span = computed<Span | null>(() => {
    const bounds = this.bounds();
    return bounds && (this.chosen() ?? this.start(bounds));
  });
  /** Where the reader is to be led, and how the way there stands. */
  readonly wayToEnd = this.travel.wayToEnd;
  readonly wayTo = this.travel.wayTo;
  readonly going = this.travel.going;
  readonly marked = this.travel.marked;
  /** How many messages were unread, while the first of them is out of sight and has not been in it; else 0. */
  readonly unreadAway = this.unread.away;
  /** The last message that the reader has had before their eyes. */
  readonly seenSeq = this.seen.asReadonly();
  /** Whether what is rendered last is the end of the log. */
  readonly reachesEnd = computed(() => (this.span()?.last ?? null) === null);
  /** How many messages have come below what the reader has seen. */
  readonly below = computed(() => Math.max(0, this.lastSeq() - this.seen()));

  /** Whether the end of the log is well out of sight. */
  readonly farFromEnd = computed(() => this.far() || !this.reachesEnd());

  constructor() {
    const painted$ = inject(PAINTED);
    effect((stopWaiting) => {
      if (!this.bounds() || !this.sight() || !this.span()) return;
      const settle = () => untracked(() => this.settle());
      // What one comes to see is painted before anything is put around it.
      if (this.chosen() !== null) return settle();
      const waiting = painted$.subscribe(settle);
      stopWaiting(() => waiting.unsubscribe());
    });
    toObservable(this.linked)
      .pipe(takeUntilDestroyed())
      .subscribe((seq) => {
        if (seq) this.toMessage(seq);
      });
  }

  /** Takes in what is in view. */
  look(sight: Sight): void {
    this.height = sight.height;
    const { seenSeq } = sight;
    if (seenSeq !== null) this.seen.update((seq) => Math.max(seq, seenSeq));
    this.far.set(sight.below >= FAR_PX);
    // What is passed on the way elsewhere was not seen.
    if (this.going() !== 'loading') this.unread.look(sight);
    this.sight.set(sight);
  }

  /** Goes to the newest message, which may have to be loaded; where that fails, one stays. */
  toEnd(): void {
    this.travel.take(() => {
      const bounds = this.bounds();
      const isHeld = !bounds || bounds.end >= bounds.lastSeq;
      return isHeld ? of(null) : this.history.loadEnd().pipe(map(() => null));
    });
  }

  /** Goes to a message, shows it in the middle and marks it for a moment. */
  toMessage(seq: number): void {
    this.travel.take(() => {
      const bounds = this.bounds();
      const isHeld = bounds && seq >= bounds.start && seq <= bounds.end;
      return isHeld ? of(seq) : this.history.loadAround(seq).pipe(map(() => seq));
    });
  }

  /** Goes to the first message of the log, unless it is rendered. */
  toFirst(): void {
    if ((this.span()?.first ?? 1) > 1) this.toMessage(1);
  }

  /** Goes to the last message of the log, with the focus where it is not rendered yet. */
  toLast(): void {
    if (this.reachesEnd()) this.toEnd();
    else this.toMessage(this.lastSeq());
  }

  /** Goes to the first message of a day of the reader's calendar, given as `2026-06-11`, or later. */
  toDate(day: string): void {
    const start = new Date(`${day}T00:00:00`);
    const firstOf = (page: readonly Message[]): Message | undefined =>
      page.find(({ createdAt }) => Date.parse(createdAt) >= start.getTime());
    this.travel.take(() => {
      const log = this.timeline.held()?.log ?? [];
      const held = firstOf(log);
      // Only with the one before it, it is known to be the first.
      if (held && (held !== log[0] || held.seq === 1)) return of(held.seq);
      return this.history.loadAt(start).pipe(map((page) => firstOf(page)?.seq ?? null));
    });
  }

  /** Goes to the first message below the line. */
  toUnread(): void {
    const unread = this.line();
    if (unread) this.toMessage(unread.afterSeq + 1);
  }

  /** Gives up on the way to what is unread. */
  dismissUnread(): void {
    this.unread.dismiss();
  }

  /** Tries again to go where one could not. */
  goAgain(): void {
    this.travel.again();
  }

  /** Reads anew where the reader is: they may have been led elsewhere since the paint was waited for. */
  private settle(): void {
    const [bounds, sight, span] = [this.bounds(), this.sight(), this.span()];
    if (!bounds || !sight || !span) return;
    if (isOutside(span, bounds)) return this.chosen.set(null);
    const next = moved(span, bounds, sight);
    this.chosen.set(next);
    if (sight.heading === 'up' && next.first - bounds.start < SOON) this.history.loadOlder();
    if (sight.heading === 'down' && next.last !== null && bounds.end - next.last < SOON) this.history.loadNewer();
    // It is measured anew once it is rendered.
    if (next !== span) this.sight.set(null);
  }

  private start(bounds: Bounds): Span {
    const { unread } = this.beginning();
    const isHeld = unread && unread.afterSeq + 1 >= bounds.start && unread.afterSeq < bounds.end;
    if (!isHeld) return spanAtEnd(bounds, this.height);
    return spanAround(unread.afterSeq + 1, bounds, this.height, START_SHARE);
  }

  private standAt(seq: number | null): void {
    const bounds = this.bounds();
    if (bounds) this.chosen.set(seq === null ? spanAtEnd(bounds, this.height) : spanAround(seq, bounds, this.height));
    this.sight.set(null);
  }
}
