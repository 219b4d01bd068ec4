import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { TypingPayload } from '#shared';
import { catchError, EMPTY, from, mergeMap, Subject } from 'rxjs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { typingSigns } from './typing-signs';

/** Tells the server who types here, as often as it wants to know it. A sign that does not arrive is not missed. */
@Injectable({ providedIn: 'root' })
export class TypingReporter {
  private readonly client = inject(RealtimeClient);
  private readonly strokes = new Subject<TypingPayload>();

  constructor() {
    typingSigns(this.strokes)
      .pipe(
        mergeMap((sign) => from(this.client.request('typing', sign)).pipe(catchError(() => EMPTY))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Something was typed into a room's composer. */
  typed(roomId: string): void {
    this.strokes.next({ roomId, active: true });
  }

  /** What was typed was sent or taken away, or the composer was left. */
  stopped(roomId: string): void {
    this.strokes.next({ roomId, active: false });
  }
}
