import { Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { distinctUntilChanged, map, timer } from 'rxjs';

const LOOK_AGAIN_MS = 60_000;

/** The present day; changes at midnight, so that "Today" does not outlive it. */
@Injectable({ providedIn: 'root' })
export class Today {
  readonly now = toSignal(
    timer(LOOK_AGAIN_MS, LOOK_AGAIN_MS).pipe(
      map(() => new Date()),
      distinctUntilChanged((a, b) => a.toDateString() === b.toDateString()),
    ),
    { initialValue: new Date() },
  );
}
