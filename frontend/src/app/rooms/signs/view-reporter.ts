import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { LIMITS, type ViewPayload } from '#shared';
import { catchError, EMPTY, from, fromEvent, map, switchMap } from 'rxjs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { viewReports } from './room-view';

/** Tells the server what is on the screen here, so that it sends signs of life from there and from nowhere else. */
@Injectable({ providedIn: 'root' })
export class ViewReporter {
  private readonly client = inject(RealtimeClient);
  private readonly document = inject(DOCUMENT);
  private readonly openRoom = signal<string | null>(null);
  private readonly rowsInSight = signal<readonly string[]>([]);

  private readonly isVisible = toSignal(
    fromEvent(this.document, 'visibilitychange').pipe(map(() => this.document.visibilityState === 'visible')),
    { initialValue: this.document.visibilityState === 'visible' },
  );
  private readonly view = computed<ViewPayload>(() => ({
    roomId: this.openRoom(),
    inSight: this.rowsInSight().slice(0, LIMITS.inSight),
    visible: this.isVisible(),
  }));

  constructor() {
    const online$ = this.client.state$.pipe(map((state) => state === 'online'));
    viewReports(toObservable(this.view), online$)
      .pipe(
        switchMap((view) => from(this.client.request('room:view', view)).pipe(catchError(() => EMPTY))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** @param roomId the room that is open now, or null for none */
  open(roomId: string | null): void {
    this.openRoom.set(roomId);
  }

  /** @param roomIds the rooms whose rows are in sight, from the top */
  sight(roomIds: readonly string[]): void {
    this.rowsInSight.set(roomIds);
  }
}
