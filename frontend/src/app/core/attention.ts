import { DOCUMENT, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, merge, startWith } from 'rxjs';

/** Whether somebody is looking: the page is visible and has the focus. */
@Injectable({ providedIn: 'root' })
export class Attention {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView ?? this.document;

  readonly isHere = toSignal(
    merge(
      fromEvent(this.document, 'visibilitychange'),
      fromEvent(this.window, 'focus'),
      fromEvent(this.window, 'blur'),
    ).pipe(
      startWith(null),
      map(() => this.document.visibilityState === 'visible' && this.document.hasFocus()),
    ),
    { requireSync: true },
  );
}
