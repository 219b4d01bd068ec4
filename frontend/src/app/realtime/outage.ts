import { computed, inject, Injectable } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, EMPTY, map, of, pairwise, startWith, switchMap, timer } from 'rxjs';
import { ConnectionStore, type Connection } from './connection-store';

/** A short interruption is none: it is not spoken of, and a longer one is for a moment after all is well again. */
const FELT_AFTER_MS = 1_500;
const OVER_AFTER_MS = 800;
const NOTED_EVERY_MS = 15_000;

/** A lost connection as people notice it. */
@Injectable({ providedIn: 'root' })
export class Outage {
  private readonly store = inject(ConnectionStore);

  /** Whether the connection has been away for long enough to be spoken of. */
  readonly isFelt = toSignal(
    toObservable(computed(() => isAway(this.store.connection()))).pipe(
      distinctUntilChanged(),
      switchMap((is) => timer(is ? FELT_AFTER_MS : OVER_AFTER_MS).pipe(map(() => is))),
    ),
    { initialValue: false },
  );

  /**
   * Until when, to less than a minute, all that came was here; null where this page has not been connected yet. What was noted
   * counts once it is confirmed by the next note: a device that slept takes a dead connection for a living one at first.
   */
  readonly inStepUntil = toSignal(
    this.store.connection$.pipe(
      map(({ status }) => status),
      distinctUntilChanged(),
      switchMap((status) => {
        if (status === 'online') return notes();
        return status === 'signed-out' ? of(null) : EMPTY;
      }),
    ),
    { initialValue: null },
  );
}

/** Whether somebody is signed in, and the server is out of reach. */
export const isAway = ({ status }: Connection): boolean => status !== 'online' && status !== 'signed-out';

const notes = () =>
  timer(0, NOTED_EVERY_MS).pipe(
    map(() => new Date()),
    startWith(new Date()),
    pairwise(),
    map(([confirmed]) => confirmed),
  );
