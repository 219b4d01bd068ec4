import { DestroyRef, ElementRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent, merge } from 'rxjs';

/** What a browser says of the part of the page that is in view. */
type View = Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'>;

/** How much a keyboard on the screen covers of a page that does not shrink for it; a page that is zoomed in is left alone. */
export function insetOf({ height, offsetTop, scale }: View, pageHeight: number): number {
  return scale > 1 ? 0 : Math.max(0, Math.round(pageHeight - height - offsetTop));
}

/** Keeps the composer above the keyboard of a phone, as `--keyboard`, where the browser does not do so by itself. */
@Injectable()
export class KeyboardInset {
  constructor() {
    const view = globalThis.visualViewport;
    const { style } = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    if (!view) return;
    merge(fromEvent(view, 'resize'), fromEvent(view, 'scroll'))
      .pipe(takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => style.setProperty('--keyboard', `${insetOf(view, innerHeight)}px`));
  }
}
