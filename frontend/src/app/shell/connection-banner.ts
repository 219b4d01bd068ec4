import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { asyncScheduler, map, of, startWith, switchMap, throttleTime, timer } from 'rxjs';
import { Outbox } from '../rooms/outbox/outbox';
import { PageReload } from '../core/page-reload';
import { turns } from '../core/turns';
import { ConnectionStore, type Connection } from '../realtime/connection-store';
import { isAway, Outage } from '../realtime/outage';
import { Banner } from '../ui/banner';

/** A try that fails at once is still seen to have been made. */
const CALM_MS = 500;
const BACK_SAID_MS = 5_000;

/** Says that the connection is gone, what happens next, and that nothing is lost by it. Announced once, in its own words. */
@Component({
  selector: 'parley-connection-banner',
  imports: [Banner, MatButton],
  templateUrl: './connection-banner.html',
  styleUrl: './connection-banner.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBanner {
  private readonly store = inject(ConnectionStore);
  private readonly page = inject(PageReload);
  /** How many messages wait here for the connection. */
  protected readonly waiting = inject(Outbox).waiting;

  /** The last state without a connection: it stays on the screen for the moment in which all is well again. */
  protected readonly away = linkedSignal<Connection, Connection | null>({
    source: this.store.connection,
    computation: (connection, before) => (isAway(connection) ? connection : (before?.value ?? null)),
  });
  protected readonly isShown = inject(Outage).isFelt;
  /** For a while after the banner has gone, so that whoever heard of the outage hears of its end. */
  protected readonly isBack = toSignal(
    turns(() => !this.isShown()).pipe(
      map(() => this.store.connection().status === 'online'),
      switchMap((isBack) =>
        isBack
          ? timer(BACK_SAID_MS).pipe(
              map(() => false),
              startWith(true),
            )
          : of(false),
      ),
    ),
    { initialValue: false },
  );
  /** The seconds until the next try; null while one is under way. */
  protected readonly secondsLeft = toSignal(
    this.store.connection$.pipe(
      switchMap((connection) => secondsUntilTry(connection)),
      throttleTime(CALM_MS, asyncScheduler, { leading: true, trailing: true }),
    ),
    { initialValue: null },
  );

  /** False while a try is under way. */
  protected readonly canTry = computed(() => this.away()?.status === 'offline' || this.secondsLeft() !== null);

  protected tryNow(): void {
    if (this.canTry()) this.store.retryNow();
  }

  protected reload(): void {
    this.page.now();
  }
}

function secondsUntilTry(connection: Connection) {
  if (connection.status !== 'reconnecting' || connection.nextTryAt === null) return of(null);
  const { nextTryAt } = connection;
  return timer(0, 1_000).pipe(map(() => Math.max(1, Math.ceil((nextTryAt - asyncScheduler.now()) / 1_000))));
}
