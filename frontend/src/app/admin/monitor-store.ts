import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Monitor } from '#shared';
import { catchError, EMPTY, exhaustMap, fromEvent, map, startWith, switchMap, tap, timer, type Observable } from 'rxjs';
import { ApiClient } from '../core/api-client';
import { errorSentence } from '../core/error-text';
import { withAnswer, type MonitorHistory } from './monitor-history';

const EVERY_MS = 2_000;

/** The installation as it runs: asked for every two seconds, while somebody looks and has not paused it. */
@Injectable()
export class MonitorStore {
  private readonly api = inject(ApiClient);
  private readonly document = inject(DOCUMENT);

  private readonly seen = signal<MonitorHistory | null>(null);
  private readonly stopped = signal(false);
  private readonly wrong = signal<string | null>(null);
  private readonly isShown = toSignal(
    fromEvent(this.document, 'visibilitychange').pipe(
      startWith(null),
      map(() => this.document.visibilityState === 'visible'),
    ),
    { requireSync: true },
  );

  readonly history = this.seen.asReadonly();
  readonly paused = this.stopped.asReadonly();
  /** Why the last question was not answered, in words; what was seen before stays. */
  readonly problem = this.wrong.asReadonly();

  constructor() {
    toObservable(computed(() => this.isShown() && !this.stopped()))
      .pipe(
        switchMap((isAsking) => (isAsking ? timer(0, EVERY_MS) : EMPTY)),
        exhaustMap(() => this.ask()),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Stops the figures where they are, or lets them go on. */
  togglePause(): void {
    this.stopped.update((stopped) => !stopped);
  }

  private ask(): Observable<unknown> {
    return this.api.get('/admin/monitor', Monitor).pipe(
      tap((answer) => {
        this.seen.update((history) => withAnswer(history, answer));
        this.wrong.set(null);
      }),
      catchError((error: unknown) => {
        this.wrong.set(errorSentence(error));
        return EMPTY;
      }),
    );
  }
}
