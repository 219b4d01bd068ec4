import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { delay, filter, fromEvent, map, merge, switchMap, take, takeUntil, tap, timer, type Observable } from 'rxjs';

const HOLD_MS = 500;
/** So soon after a finger is lifted comes the click, if it comes. */
const CLICK_WITHIN_MS = 300;
/** A finger that rests moves a little. */
const SLIP_PX = 10;

const CAPTURE = { capture: true };

/** Tells once of a finger that rests on an element. The click that follows is none, nor is the browser's own menu for it. */
@Directive({ selector: '[parleyLongPress]' })
export class LongPress {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly parleyLongPress = output<MouseEvent>();

  constructor() {
    fromEvent<PointerEvent>(this.element, 'pointerdown')
      .pipe(
        filter(({ pointerType }) => pointerType === 'touch'),
        switchMap((down) =>
          // Some systems see a long press a little earlier, and ask for a menu.
          merge(timer(HOLD_MS), this.taken('contextmenu')).pipe(
            take(1),
            takeUntil(this.ends(down)),
            map(() => down),
          ),
        ),
        tap(() => this.takeWhatFollows()),
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

  /** It may fall on what has opened under the finger meanwhile. */
  private takeWhatFollows(): void {
    const { ownerDocument } = this.element;
    const lifted$ = merge(
      fromEvent(ownerDocument, 'pointerup', CAPTURE),
      fromEvent(ownerDocument, 'pointercancel', CAPTURE),
    );
    merge(this.taken('click', ownerDocument).pipe(take(1)), this.taken('contextmenu', ownerDocument))
      .pipe(takeUntil(lifted$.pipe(delay(CLICK_WITHIN_MS))))
      .subscribe();
  }

  /** Events that neither the browser nor anybody else hears of. */
  private taken(type: 'click' | 'contextmenu', from: Document | HTMLElement = this.element): Observable<MouseEvent> {
    return fromEvent<MouseEvent>(from, type, CAPTURE).pipe(
      tap((event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      }),
    );
  }
}
