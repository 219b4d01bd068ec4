import { Directive, ElementRef, inject } from '@angular/core';
import { LIST_STEPS } from '../../core/list-steps';

const STOPS = 'a[href], button[data-stop]';

/** Lets arrows, Home and End move the focus among the links of a list, and those of its buttons that carry `data-stop`. */
@Directive({ selector: '[parleyArrowKeys]', exportAs: 'arrowKeys', host: { '(keydown)': 'keyDown($event)' } })
export class ArrowKeys {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  focusFirst(): void {
    this.stops()[0]?.focus();
  }

  /** Follows the first link, or presses the first button. */
  openFirst(): void {
    this.stops()[0]?.click();
  }

  protected keyDown(event: KeyboardEvent): void {
    const step = LIST_STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = this.stops();
    const at = stops.findIndex((stop) => stop === event.target);
    event.preventDefault();
    stops[step(at, stops.length)]?.focus();
  }

  private stops(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>(STOPS)];
  }
}
