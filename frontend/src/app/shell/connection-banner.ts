import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { distinctUntilChanged, map, switchMap, timer } from 'rxjs';
import { ConnectionStore } from '../realtime/connection-store';
import { Banner } from '../ui/banner';

/** A short interruption is none: the banner waits before it comes, and stays a moment when all is well again. */
const APPEARS_AFTER_MS = 1_500;
const GOES_AFTER_MS = 800;

/** Says that the connection is gone and that nothing is lost by it. */
@Component({
  selector: 'parley-connection-banner',
  imports: [Banner, MatButton],
  template: `
    @if (isShown()) {
      <parley-banner>
        <strong>Reconnecting.</strong> What you write is safe here and goes out in order.
        <button action matButton="text" type="button" (click)="connection.retryNow()">Try now</button>
      </parley-banner>
    }
  `,
  styles: `
    strong {
      font-weight: 600;
    }

    parley-banner {
      animation: arrive var(--calm) var(--ease);
    }

    @keyframes arrive {
      from {
        opacity: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBanner {
  protected readonly connection = inject(ConnectionStore);

  protected readonly isShown = toSignal(
    toObservable(this.connection.state).pipe(
      map((state) => state === 'connecting' || state === 'reconnecting'),
      distinctUntilChanged(),
      switchMap((isAway) => timer(isAway ? APPEARS_AFTER_MS : GOES_AFTER_MS).pipe(map(() => isAway))),
    ),
    { initialValue: false },
  );
}
