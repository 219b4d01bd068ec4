import { computed, DestroyRef, inject, linkedSignal, type Signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { catchError, map, of, skip, startWith, Subject, switchMap, takeUntil, tap, timer, type Observable } from 'rxjs';
import type { WayTo } from './keep-place';

/** A message that was gone to is marked for so long. */
const MARKED_MS = 1_200;

/** Finds out where to go, which may have to be loaded: to a message, or to the end where that is null. */
export type Way = () => Observable<number | null>;

/** How the way to a place outside what is held stands. */
export type Going = 'idle' | 'loading' | 'failed';

/** Going to places of a log, one at a time. */
export interface Travel {
  /** How the way to a place outside what is held stands. */
  readonly going: Signal<Going>;
  /** A new object each time that the end is to be gone to, as soon as it is rendered. */
  readonly wayToEnd: Signal<object | null>;
  /** A new object each time that a message is to be gone to, as soon as it is rendered. */
  readonly wayTo: Signal<WayTo | null>;
  /** The message that was just gone to; null soon after. */
  readonly marked: Signal<number | null>;
  /** Takes a way, in place of the one that is under way. */
  take(way: Way): void;
  /** Takes the way again that has failed. */
  again(): void;
}

/**
 * Makes the travel in the log of a room, which ends when another room is visited. Lives as long as the injection context
 * that it is called in.
 *
 * @param arrive told where a way has led, before `wayTo` and `wayToEnd` are read
 */
export function travelIn(roomId: Signal<string>, arrive: (seq: number | null) => void): Travel {
  const ways = new Subject<Way>();
  const arrivals = new Subject<number>();
  const left$ = toObservable(roomId).pipe(skip(1));
  const ending = linkedSignal<string, object | null>({ source: roomId, computation: () => null });
  const goal = linkedSignal<string, WayTo | null>({ source: roomId, computation: () => null });
  const current = linkedSignal<string, { readonly state: Going; readonly way: Way | null }>({
    source: roomId,
    computation: () => ({ state: 'idle', way: null }),
  });

  const come = (seq: number | null): void => {
    current.set({ state: 'idle', way: null });
    if (seq === null) {
      ending.set({});
    } else {
      goal.set({ seq });
      arrivals.next(seq);
    }
    arrive(seq);
  };
  const go = (way: Way): Observable<unknown> => {
    current.set({ state: 'loading', way });
    return way().pipe(
      tap(come),
      takeUntil(left$),
      catchError(() => of(current.set({ state: 'failed', way }))),
    );
  };
  ways.pipe(switchMap(go), takeUntilDestroyed(inject(DestroyRef))).subscribe();

  const marked$ = arrivals.pipe(
    switchMap((seq) =>
      timer(MARKED_MS).pipe(
        map(() => null),
        startWith(seq),
      ),
    ),
  );
  return {
    going: computed(() => current().state),
    wayToEnd: ending.asReadonly(),
    wayTo: goal.asReadonly(),
    marked: toSignal(marked$, { initialValue: null }),
    take: (way) => ways.next(way),
    again: () => {
      const { way } = current();
      if (way) ways.next(way);
    },
  };
}
