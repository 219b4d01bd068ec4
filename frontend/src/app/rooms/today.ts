import { computed, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { defer, map, merge, repeat, Subject, timer, type Observable } from 'rxjs';

const MINUTE_MS = 60_000;

/** The present, for what is worded by it. */
@Injectable({ providedIn: 'root' })
export class Today {
  private readonly moments = new Subject<Date>();

  /** Moves on with each minute of the clock, for what is worded by it, and at moments at which something ends. */
  readonly minute = toSignal(merge(minutes(), this.moments), { initialValue: new Date() });

  /** The present day; changes at midnight, so that "Today" does not outlive it. */
  readonly now = computed(() => this.minute(), { equal: (a, b) => a.toDateString() === b.toDateString() });

  /** Moves on at a moment between two minutes. */
  moveTo(moment: Date): void {
    this.moments.next(moment);
  }
}

const minutes = (): Observable<Date> =>
  defer(() => timer(MINUTE_MS - (Date.now() % MINUTE_MS))).pipe(
    map(() => new Date()),
    repeat(),
  );
