import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, untracked } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { catchError, EMPTY, skip, Subject, switchMap, takeUntil, tap } from 'rxjs';
import { History } from './history';
import { isOutside, moved, NEAR_PX, spanAround, spanAtEnd, STEP, type Bounds, type Sight, type Span } from './span';
import { TimelineStore } from './timeline-store';

/** The height of the log until it is known. */
const USUAL_HEIGHT = 800;
/** So far from the end that a way to go there is of use. */
const FAR_PX = 240;

/** Where the reader is in the log of the visited room: which part of it is rendered, and how far they have seen it. */
@Injectable()
export class LogPlace {
  private readonly timeline = inject(TimelineStore);
  private readonly history = inject(History);
  private readonly jumps = new Subject<void>();

  private readonly lastSeq = computed(() => this.timeline.held()?.room.lastSeq ?? 0);
  private readonly bounds = computed<Bounds | null>(
    () => {
      const log = this.timeline.held()?.log ?? [];
      const [first, last] = [log[0], log.at(-1)];
      return first && last ? { start: first.seq, end: last.seq, lastSeq: Math.max(this.lastSeq(), last.seq) } : null;
    },
    { equal: (a, b) => a?.start === b?.start && a?.end === b?.end && a?.lastSeq === b?.lastSeq },
  );
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
  private readonly going = linkedSignal<string, object | null>({
    source: this.timeline.roomId,
    computation: () => null,
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
  readonly wayToEnd = this.going.asReadonly();
  /** The last message that the reader has had before their eyes. */
  readonly seenSeq = this.seen.asReadonly();
  /** Whether what is rendered last is the end of the log. */
  readonly reachesEnd = computed(() => (this.span()?.last ?? null) === null);
  /** How many messages have come below what the reader has seen. */
  readonly below = computed(() => Math.max(0, this.lastSeq() - this.seen()));

  /** Whether the end of the log is well out of sight. */
  readonly farFromEnd = computed(() => this.far() || !this.reachesEnd());

  constructor() {
    effect(() => {
      const [bounds, sight, span] = [this.bounds(), this.sight(), this.span()];
      if (bounds && sight && span) untracked(() => this.settle(span, bounds, sight));
    });
    this.jumps
      .pipe(
        switchMap(() =>
          this.history.loadEnd().pipe(
            takeUntil(this.left$),
            catchError(() => EMPTY),
          ),
        ),
        tap(() => this.standAtEnd(this.bounds())),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe();
  }

  /** Takes in what is in view. */
  look(sight: Sight): void {
    this.height = sight.height;
    const { seenSeq } = sight;
    if (seenSeq !== null) this.seen.update((seq) => Math.max(seq, seenSeq));
    this.far.set(sight.below >= FAR_PX);
    this.sight.set(sight);
  }

  /** Goes to the newest message, which may have to be loaded; where that fails, one stays. */
  toEnd(): void {
    const bounds = this.bounds();
    if (!bounds || bounds.end >= bounds.lastSeq) this.standAtEnd(bounds);
    else this.jumps.next();
  }

  private settle(span: Span, bounds: Bounds, sight: Sight): void {
    if (isOutside(span, bounds)) return this.chosen.set(null);
    const next = moved(span, bounds, sight);
    this.chosen.set(next);
    if (sight.above < 2 * NEAR_PX && next.first - bounds.start < 2 * STEP) this.history.loadOlder();
    if (sight.below < 2 * NEAR_PX && next.last !== null && bounds.end - next.last < 2 * STEP) this.history.loadNewer();
    // It is measured anew once it is rendered.
    if (next !== span) this.sight.set(null);
  }

  private start(bounds: Bounds): Span {
    const unread = this.timeline.unread();
    const isHeld = unread && unread.afterSeq + 1 >= bounds.start && unread.afterSeq < bounds.end;
    return isHeld ? spanAround(unread.afterSeq + 1, bounds, this.height) : spanAtEnd(bounds, this.height);
  }

  private standAtEnd(bounds: Bounds | null): void {
    if (bounds) this.chosen.set(spanAtEnd(bounds, this.height));
    this.going.set({});
    this.sight.set(null);
  }
}
