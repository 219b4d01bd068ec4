import { computed, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map, timer } from 'rxjs';

const LOOK_AGAIN_MS = 60_000;

/** The present, for what is worded by it. */
@Injectable({ providedIn: 'root' })
export class Today {
  /** Moves on every minute: for mutes that end, and for "last seen". */
  readonly minute = toSignal(timer(LOOK_AGAIN_MS, LOOK_AGAIN_MS).pipe(map(() => new Date())), {
    initialValue: new Date(),
  });

  /** The present day; changes at midnight, so that "Today" does not outlive it. */
  readonly now = computed(() => this.minute(), { equal: (a, b) => a.toDateString() === b.toDateString() });
}
