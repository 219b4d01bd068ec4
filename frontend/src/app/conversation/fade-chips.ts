import { Directive, ElementRef, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, startWith, switchMap, tap, timer } from 'rxjs';

const STILL_MS = 1_500;

/** Lets the day that sticks to the top of a log fade once scrolling has stopped for a while. */
@Directive({ selector: '[parleyFadeChips]', host: { '[class.idle]': 'idle()' } })
export class FadeChips {
  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly idle = toSignal(
    fromEvent(this.area, 'scroll').pipe(
      tap(() => this.markStuck()),
      switchMap(() =>
        timer(STILL_MS).pipe(
          map(() => true),
          startWith(false),
        ),
      ),
    ),
    { initialValue: false },
  );

  private markStuck(): void {
    const top = this.area.scrollTop;
    for (const day of this.area.querySelectorAll<HTMLElement>('section')) {
      day.classList.toggle('stuck', day.offsetTop < top);
    }
  }
}
