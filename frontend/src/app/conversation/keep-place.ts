import { afterRenderEffect, DestroyRef, Directive, ElementRef, inject, input, output, signal } from '@angular/core';

/** So near to the end that the reader counts as being there. */
const AT_END_PX = 32;
/** So far from the end that a button to go there is of use. */
const FAR_PX = 240;
/** So near to the top that what is above should be on its way. */
const NEAR_TOP_PX = 800;
/** How far down the area the element to start from stands. */
const START_SHARE = 0.25;

interface Anchor {
  readonly element: Element;
  /** Its place below the upper edge of the scrolled area. */
  readonly top: number;
}

/**
 * Keeps the reader's place in a log that grows at both ends: at the end it stays at the end, and
 * anywhere else the first visible message stays at the same pixel, whatever is added or resized.
 * Places are measured on the elements that carry `data-place`. New content begins at the
 * element with `data-start`, or at its end.
 */
@Directive({
  selector: '[parleyKeepPlace]',
  exportAs: 'keepPlace',
  host: { '(scroll)': 'measure()' },
})
export class KeepPlace {
  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private anchor: Anchor | null = null;
  private following = true;

  /** What is rendered inside; each new value means that the content may have changed. */
  readonly content = input.required<unknown>({ alias: 'parleyKeepPlace' });
  readonly nearTop = output();
  readonly atEnd = output<boolean>();

  private readonly far = signal(false);
  /** True when the end is well out of sight. */
  readonly farFromEnd = this.far.asReadonly();

  constructor() {
    afterRenderEffect(() => {
      this.content();
      this.restore();
    });
    this.restoreOnResize();
  }

  /** Goes to the end and stays there, also for what is about to be rendered. */
  toEnd(): void {
    this.following = true;
    this.restore();
  }

  protected measure(): void {
    const gap = this.gap();
    this.following = gap <= AT_END_PX;
    this.anchor = this.firstVisible();
    this.tell(gap);
  }

  private restore(): void {
    if (!this.anchor?.element.isConnected) this.area.scrollTop = this.startTop();
    else if (this.following) this.area.scrollTop = this.area.scrollHeight;
    else this.area.scrollTop += this.topOf(this.anchor.element) - this.anchor.top;
    this.measure();
  }

  private startTop(): number {
    const start = this.area.querySelector('[data-start]');
    if (!start) return this.area.scrollHeight;
    return this.area.scrollTop + this.topOf(start) - this.area.clientHeight * START_SHARE;
  }

  private tell(gap: number): void {
    this.far.set(gap >= FAR_PX);
    this.atEnd.emit(this.following);
    if (this.area.scrollTop < NEAR_TOP_PX) this.nearTop.emit();
  }

  private gap(): number {
    return this.area.scrollHeight - this.area.scrollTop - this.area.clientHeight;
  }

  /** Messages stand in order, so the first one below the upper edge is found by halving. */
  private firstVisible(): Anchor | null {
    const places = this.area.querySelectorAll('[data-place]');
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = places.item(middle);
      if (this.topOf(element) + element.clientHeight > 0) high = middle;
      else low = middle + 1;
    }
    const element = places[low];
    return element ? { element, top: this.topOf(element) } : null;
  }

  private topOf(element: Element): number {
    return element.getBoundingClientRect().top - this.area.getBoundingClientRect().top;
  }

  private restoreOnResize(): void {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.restore());
    observer.observe(this.area);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
