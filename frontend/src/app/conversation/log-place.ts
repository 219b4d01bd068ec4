import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { catchError, map, of, skip, startWith, Subject, switchMap, takeUntil, tap, timer, type Observable } from 'rxjs';
import { PAINTED } from '../core/painted';
import { History } from './history';
import type { WayTo } from './keep-place';
import { isOutside, moved, spanAround, spanAtEnd, type Bounds, type Sight, type Span } from './span';
import { TimelineStore } from './timeline-store';

/** The height of the log until it is known. */
const USUAL_HEIGHT = 800;
/** With fewer messages than this held where the reader is heading, the next page is fetched. */
const SOON = 80;
/** So far from the end that a way to go there is of use. */
const FAR_PX = 240;

/** A message that was gone to is marked for so long. */
const MARKED_MS = 1_200;

/** Finds out where to go, which may have to be loaded: to a message, or to the end where that is null. */
type Way = () => Observable<number | null>;

/** How the way to a place outside what is held stands. */
export type Going = 'idle' | 'loading' | 'failed';

/** Where the reader is in the log of the visited room: which part of it is rendered, and how far they have seen it. */
@Injectable()
export class LogPlace {
  private readonly timeline = inject(TimelineStore);
  private readonly history = inject(History);
  private readonly ways = new Subject<Way>();
  private readonly arrivals = new Subject<number>();

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
  private readonly visit = computed(() => ({ roomId: this.timeline.roomId(), unread: this.timeline.unread() }));
  private readonly sight = linkedSignal<string, Sight | null>({
    source: this.timeline.roomId,
    computation: () => null,
  });
  private readonly chosen = linkedSignal<unknown, Span | null>({ source: this.visit, computation: () => null });
  private readonly seen = linkedSignal<unknown, number>({
    source: this.visit,
    computation: () => this.timeline.unread()?.afterSeq ?? untracked(this.lastSeq),
  });
  private readonly ending = linkedSignal<string, object | null>({
    source: this.timeline.roomId,
    computation: () => null,
  });
  private readonly goal = linkedSignal<string, WayTo | null>({
    source: this.timeline.roomId,
    computation: () => null,
  });
  private readonly travel = linkedSignal<string, { readonly state: Going; readonly way: Way | null }>({
    source: this.timeline.roomId,
    computation: () => ({ state: 'idle', way: null }),
  });
  private readonly unreadLine = linkedSignal<unknown, 'unknown' | 'away' | 'settled'>({
    source: this.visit,
    computation: () => 'unknown',
  });
  private readonly left$ = toObservable(this.timeline.roomId).pipe(skip(1));
  private readonly far = linkedSignal<string, boolean>({ source: this.timeline.roomId, computation: () => false });
  private height = USUAL_HEIGHT;

  /** The part of the log to render; null while there is nothing. */
  readonly span = computed<Span | null>(() => {
    const bounds = this.bounds();
    return bounds && (this.chosen() ?? this.start(bounds));
  });
  /** A new object each time that the end is to be gone to, as soon as it is rendered. */
  readonly wayToEnd = this.ending.asReadonly();
  /** A new object each time that a message is to be gone to, as soon as it is rendered. */
  readonly wayTo = this.goal.asReadonly();
  /** How the way to a place outside what is held stands. */
  readonly going = computed(() => this.travel().state);
  /** The message that was just gone to; null soon after. */
  readonly marked = toSignal(
    this.arrivals.pipe(
      switchMap((seq) =>
        timer(MARKED_MS).pipe(
          map(() => null),
          startWith(seq),
        ),
      ),
    ),
    { initialValue: null },
  );
  /** How many messages were unread, while the first of them is out of sight and has not been in it; else 0. */
  readonly unreadAway = computed(() => (this.unreadLine() === 'away' ? (this.timeline.unread()?.count ?? 0) : 0));
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
    this.ways
      .pipe(
        switchMap((way) => this.go(way)),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe();
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
    this.lookForUnread(sight);
    this.sight.set(sight);
  }

  /** Goes to the newest message, which may have to be loaded; where that fails, one stays. */
  toEnd(): void {
    this.ways.next(() => {
      const bounds = this.bounds();
      const isHeld = !bounds || bounds.end >= bounds.lastSeq;
      return isHeld ? of(null) : this.history.loadEnd().pipe(map(() => null));
    });
  }

  /** Goes to a message, shows it in the middle and marks it for a moment. */
  toMessage(seq: number): void {
    this.ways.next(() => {
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
    this.ways.next(() =>
      this.history
        .loadAt(start)
        .pipe(map((page) => page.find(({ createdAt }) => Date.parse(createdAt) >= start.getTime())?.seq ?? null)),
    );
  }

  /** Goes to the message from which on all was unread when the reader came in. */
  toUnread(): void {
    const unread = this.timeline.unread();
    if (unread) this.toMessage(unread.afterSeq + 1);
  }

  /** Gives up on the way to what is unread. */
  dismissUnread(): void {
    this.unreadLine.set('settled');
  }

  /** Tries again to go where one could not. */
  goAgain(): void {
    const { way } = this.travel();
    if (way) this.ways.next(way);
  }

  private go(way: Way): Observable<unknown> {
    this.travel.set({ state: 'loading', way });
    return way().pipe(
      tap((seq) => {
        this.travel.set({ state: 'idle', way: null });
        this.standAt(seq);
      }),
      takeUntil(this.left$),
      catchError(() => of(this.travel.set({ state: 'failed', way }))),
    );
  }

  private lookForUnread({ topSeq, seenSeq }: Sight): void {
    const unread = this.timeline.unread();
    if (!unread || topSeq === null || seenSeq === null) return;
    // What is passed on the way elsewhere was not seen.
    if (this.unreadLine() === 'settled' || this.going() === 'loading') return;
    const first = unread.afterSeq + 1;
    this.unreadLine.set(topSeq <= first && first <= seenSeq ? 'settled' : 'away');
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
    const unread = this.timeline.unread();
    const isHeld = unread && unread.afterSeq + 1 >= bounds.start && unread.afterSeq < bounds.end;
    return isHeld ? spanAround(unread.afterSeq + 1, bounds, this.height) : spanAtEnd(bounds, this.height);
  }

  private standAt(seq: number | null): void {
    const bounds = this.bounds();
    if (seq === null) {
      this.ending.set({});
    } else {
      this.goal.set({ seq });
      this.arrivals.next(seq);
    }
    if (bounds) this.chosen.set(seq === null ? spanAtEnd(bounds, this.height) : spanAround(seq, bounds, this.height));
    this.sight.set(null);
  }
}
