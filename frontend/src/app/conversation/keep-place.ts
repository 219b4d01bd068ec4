import {
  afterRenderEffect,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  output,
  type OnChanges,
} from '@angular/core';
import { lastTrue, topWithin } from './measures';
import type { Sight } from './span';

/** So near to the end that the reader counts as being there. */
const AT_END_PX = 32;
/** How far down the view stands what one begins to read from. */
const START_SHARE = 0.25;
/** So much of a message has to be in view to have been seen. */
const SEEN_PX = 36;

interface Anchor {
  readonly element: Element;
  /** Its place below the upper edge of the scrolled area. */
  readonly top: number;
}

/**
 * Keeps the reader's place in a log that changes at both ends: at the end it stays at the end, and
 * anywhere else the first visible message stays at the same pixel, whatever is added, taken out or resized.
 * Places are measured on the elements that carry `data-place`; `data-seq` says which message one is.
 * A log begins at the element with `data-start`, or at its end.
 */
@Directive({ selector: '[parleyKeepPlace]', exportAs: 'keepPlace' })
export class KeepPlace implements OnChanges {
  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private anchor: Anchor | null = null;
  private following = true;
  private reached: object | null = null;

  /** What is rendered inside; each new value means that the content may have changed. */
  readonly content = input.required<unknown>({ alias: 'parleyKeepPlace' });
  /** A new object each time that the end is to be gone to. */
  readonly wayToEnd = input<object | null>(null);
  /** What is in view, after every change of it. */
  readonly sight = output<Sight>();

  constructor() {
    afterRenderEffect(() => {
      this.content();
      this.wayToEnd();
      this.restore();
    });
    // Listened to by hand: scrolling alone is no reason to check a template.
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    this.area.addEventListener('scroll', () => this.measure(), options);
    inject(DestroyRef).onDestroy(() => listening.abort());
    this.restoreOnResize();
  }

  /** The last moment before the content changes: what was scrolled and not told yet counts too. */
  ngOnChanges(): void {
    this.takeAnchor(this.places());
  }

  private measure(): void {
    const places = this.places();
    this.takeAnchor(places);
    this.sight.emit({
      above: this.area.scrollTop,
      below: this.gap(),
      height: this.area.clientHeight,
      following: this.following,
      seenSeq: this.lastSeen(places),
    });
  }

  private takeAnchor(places: NodeListOf<HTMLElement>): void {
    this.following = this.gap() <= AT_END_PX;
    this.anchor = this.firstVisible(places);
  }

  private places(): NodeListOf<HTMLElement> {
    return this.area.querySelectorAll<HTMLElement>('[data-place]');
  }

  private restore(): void {
    const isCalled = this.wayToEnd() !== null && this.wayToEnd() !== this.reached;
    this.reached = this.wayToEnd();
    if (isCalled) this.area.scrollTop = this.area.scrollHeight;
    else if (!this.anchor?.element.isConnected) this.area.scrollTop = this.startTop();
    else if (this.following) this.area.scrollTop = this.area.scrollHeight;
    else this.area.scrollTop += topWithin(this.area, this.anchor.element) - this.anchor.top;
    this.measure();
  }

  private startTop(): number {
    const start = this.area.querySelector('[data-start]');
    if (!start) return this.area.scrollHeight;
    return this.area.scrollTop + topWithin(this.area, start) - this.area.clientHeight * START_SHARE;
  }

  private gap(): number {
    return this.area.scrollHeight - this.area.scrollTop - this.area.clientHeight;
  }

  private firstVisible(places: NodeListOf<HTMLElement>): Anchor | null {
    const above = lastTrue(places, (element) => topWithin(this.area, element) + element.clientHeight <= 0);
    const element = places[above + 1];
    return element ? { element, top: topWithin(this.area, element) } : null;
  }

  private lastSeen(places: NodeListOf<HTMLElement>): number | null {
    const edge = this.area.clientHeight - SEEN_PX;
    const seen = places[lastTrue(places, (element) => topWithin(this.area, element) <= edge)];
    return seen?.dataset['seq'] ? Number(seen.dataset['seq']) : null;
  }

  private restoreOnResize(): void {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.restore());
    observer.observe(this.area);
    for (const content of this.area.children) observer.observe(content);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
