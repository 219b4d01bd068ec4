import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { filter, firstValueFrom, interval, merge, NEVER, race, tap, timer, type Observable } from 'rxjs';
import { PageReload } from '../core/page-reload';

const HOUR_MS = 3_600_000;
/** A page that no worker has taken over yet, or ever will, waits for its answer in vain. */
const ANSWER_WITHIN_MS = 10_000;

/** The newest version of the client: looks for it, says when it has been fetched, and leaves it to the reader to take it. */
@Injectable({ providedIn: 'root' })
export class ClientUpdate {
  private readonly updates = inject(SwUpdate);
  private readonly reload = inject(PageReload);
  private readonly waits = signal(false);

  /** True once a new version has been fetched and waits. */
  readonly isReady = this.waits.asReadonly();

  constructor() {
    (this.updates.isEnabled ? this.news() : NEVER).pipe(takeUntilDestroyed()).subscribe();
  }

  /** Looks for a new version and fetches it. A look that fails, or that no worker answers, is made up for by the next. */
  async look(): Promise<void> {
    if (!this.updates.isEnabled) return;
    const looked = this.updates.checkForUpdate().catch(() => false);
    await firstValueFrom(race(looked, timer(ANSWER_WITHIN_MS)));
  }

  /** Starts the new version. */
  take(): void {
    this.reload.now();
  }

  later(): void {
    this.waits.set(false);
  }

  private news(): Observable<unknown> {
    return merge(
      interval(HOUR_MS).pipe(tap(() => void this.look())),
      // What the worker has kept is damaged: only the server can help.
      this.updates.unrecoverable.pipe(tap(() => this.reload.byItself())),
      this.updates.versionUpdates.pipe(
        filter(({ type }) => type === 'VERSION_READY'),
        tap(() => this.waits.set(true)),
      ),
    );
  }
}
