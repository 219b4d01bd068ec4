import { afterRenderEffect, Directive, ElementRef, inject, input } from '@angular/core';

const GLIDE: KeyframeAnimationOptions = { duration: 220, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Lets the children of a list glide to their new places when its order changes, unless motion is not wanted. */
@Directive({ selector: '[parleyCalmOrder]' })
export class CalmOrder {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private places = new Map<HTMLElement, number>();

  /** Each new value means that the order has changed. */
  readonly order = input.required<unknown>({ alias: 'parleyCalmOrder' });

  constructor() {
    afterRenderEffect(() => {
      this.order();
      this.settle();
    });
  }

  private settle(): void {
    const before = this.places;
    this.places = new Map(this.children().map((child) => [child, child.offsetTop]));
    if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [child, top] of this.places) {
      const way = (before.get(child) ?? top) - top;
      if (way !== 0) child.animate([{ translate: `0 ${way}px` }, { translate: 'none' }], GLIDE);
    }
  }

  private children(): HTMLElement[] {
    return [...this.list.children].filter((child) => child instanceof HTMLElement);
  }
}
