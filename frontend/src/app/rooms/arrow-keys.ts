import { Directive, ElementRef, inject } from '@angular/core';

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Lets arrows, Home and End move the focus among the links of a list. */
@Directive({ selector: '[parleyArrowKeys]', exportAs: 'arrowKeys', host: { '(keydown)': 'keyDown($event)' } })
export class ArrowKeys {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  focusFirst(): void {
    this.links()[0]?.focus();
  }

  protected keyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = this.links();
    const at = links.findIndex((link) => link === event.target);
    event.preventDefault();
    links[step(at, links.length)]?.focus();
  }

  private links(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('a[href]')];
  }
}
