import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent, map, merge, switchMap, take, takeUntil, tap, timer, type Observable } from 'rxjs';

const HOLD_MS = 500;
/** A finger that rests moves a little. */
const SLIP_PX = 10;

/** Tells of a finger that rests on an element. The click that follows is none. */
@Directive({ selector: '[parleyLongPress]' })
export class LongPress {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly parleyLongPress = output<MouseEvent>();

  constructor() {
    fromEvent<PointerEvent>(this.element, 'pointerdown')
      .pipe(
        filter(({ pointerType }) => pointerType === 'touch'),
        switchMap((down) =>
          timer(HOLD_MS).pipe(
            takeUntil(this.ends(down)),
            map(() => down),
          ),
        ),
        tap(() => this.swallowClick()),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe((down) => this.parleyLongPress.emit(down));
  }

  private ends(down: PointerEvent): Observable<unknown> {
    const slips$ = fromEvent<PointerEvent>(this.element, 'pointermove').pipe(
      filter(({ clientX, clientY }) => Math.hypot(clientX - down.clientX, clientY - down.clientY) > SLIP_PX),
    );
    return merge(slips$, fromEvent(this.element, 'pointerup'), fromEvent(this.element, 'pointercancel'));
  }

  private swallowClick(): void {
    fromEvent<MouseEvent>(this.element, 'click', { capture: true })
      .pipe(take(1), takeUntil(timer(2 * HOLD_MS)))
      .subscribe((click) => {
        click.preventDefault();
        click.stopPropagation();
      });
  }
}
