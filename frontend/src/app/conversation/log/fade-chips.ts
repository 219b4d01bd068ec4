import { Directive, ElementRef, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, startWith, switchMap, tap, timer } from 'rxjs';

const STILL_MS = 1_500;
/** A day's name reaches the place where it sticks so many pixels after the day has reached the top. */
const STICKS_AFTER_PX = 8;

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
    const top = this.area.scrollTop - STICKS_AFTER_PX;
    const days = [...this.area.querySelectorAll<HTMLElement>('section')];
    // All are measured before any is changed: else each is laid out anew.
    const areStuck = days.map(({ offsetTop }) => offsetTop < top);
    days.forEach((day, at) => day.classList.toggle('stuck', areStuck[at]));
  }
}
