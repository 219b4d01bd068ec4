import {
  afterNextRender,
  afterRenderEffect,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  output,
  type OnChanges,
} from '@angular/core';
import { bottomWithin, lastTrue, topWithin } from './measures';
import { START_SHARE, type Sight } from '../timeline/span';

/** So near to the end that the reader counts as being there. */
const AT_END_PX = 32;
/** So much of a message has to be in view to have been seen. */
const SEEN_PX = 36;

interface Anchor {
  readonly element: Element;
  /** The edge of it that stays: the lower one where that is in view, since all that is read stands below it. */
  readonly edge: 'top' | 'bottom';
  /** The place of that edge below the upper edge of the scrolled area, and how far that was scrolled. */
  readonly place: number;
  readonly scrolled: number;
}

/** The place of a message that is to be gone to. */
export interface WayTo {
  readonly seq: number;
}

/**
 * Keeps the reader's place in a log that changes at both ends: at the end it stays at the end, and
 * anywhere else the first visible message stays at the same pixel, whatever is added, taken out or resized.
 * What the reader opens or folds by a click stays under their finger, also at the end.
 * Places are measured on the elements that carry `data-place`; `data-seq` says which message one is.
 * A log begins at the element with `data-start`, or at its end.
 */
@Directive({ selector: '[parleyKeepPlace]', exportAs: 'keepPlace' })
export class KeepPlace implements OnChanges {
  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private anchor: Anchor | null = null;
  private contentHeight = 0;
  private lastTop = 0;
  private heading: Sight['heading'] = 'up';
  private following = true;
  private reached: object | null = null;
  private begun: object | null = null;
  private arrivedBy: WayTo | null = null;

  /** What is rendered inside; each new value means that the content may have changed. */
  readonly content = input.required<unknown>({ alias: 'parleyKeepPlace' });
  /** A new object each time that the log is begun anew. */
  readonly beginning = input<object | null>(null);
  /** A new object each time that the end is to be gone to. */
  readonly wayToEnd = input<object | null>(null);
  /** A new object each time that a message is to be gone to, which is rendered by then. */
  readonly wayTo = input<WayTo | null>(null);
  /** The message that was gone to. */
  readonly arrived = output<HTMLElement>();
  /** What is in view, after every change of it. */
  readonly sight = output<Sight>();

  constructor() {
    afterRenderEffect(() => {
      this.content();
      this.beginning();
      this.wayToEnd();
      this.wayTo();
      this.restore();
    });
    // Listened to by hand: scrolling alone is no reason to check a template.
    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    this.area.addEventListener('scroll', () => this.scrolled(), options);
    this.area.addEventListener('click', ({ target }) => this.holdOn(target), { ...options, capture: true });
    const destroyed = inject(DestroyRef);
    destroyed.onDestroy(() => listening.abort());
    // What is inside is not there yet.
    afterNextRender(() => this.restoreOnResize(destroyed));
  }

  /** The last moment before the content changes: what was scrolled and not told yet counts too. */
  ngOnChanges(): void {
    if (this.takeOutGrowth()) this.takeAnchor(this.places());
  }

  private scrolled(): void {
    const by = this.area.scrollTop - this.lastTop;
    if (by !== 0) this.heading = by < 0 ? 'up' : 'down';
    if (this.takeOutGrowth()) this.measure();
  }

  /**
   * What has grown since without a word, as when a font comes, is taken out of what was scrolled, before the place is taken anew.
   * @returns false at the end: the observer of sizes is about to go there
   */
  private takeOutGrowth(): boolean {
    if (!this.anchor?.element.isConnected || this.area.scrollHeight === this.contentHeight) return true;
    if (this.following) return false;
    const { place, scrolled } = this.anchor;
    this.area.scrollTop += this.placeOf(this.anchor) + this.area.scrollTop - place - scrolled;
    return true;
  }

  private measure(): void {
    this.contentHeight = this.area.scrollHeight;
    this.lastTop = this.area.scrollTop;
    const places = this.places();
    this.takeAnchor(places);
    this.sight.emit({
      above: this.area.scrollTop,
      below: this.gap(),
      height: this.area.clientHeight,
      heading: this.heading,
      following: this.following,
      topSeq: seqOf(this.anchor?.element),
      seenSeq: this.lastSeen(places),
    });
  }

  private takeAnchor(places: NodeListOf<HTMLElement>): void {
    this.following = this.gap() <= AT_END_PX;
    this.anchor = this.firstVisible(places);
  }

  /** What is clicked is what the reader looks at, whatever grows by it. */
  private holdOn(target: EventTarget | null): void {
    const element = target instanceof Element ? target.closest('[data-place]') : null;
    if (!element) return;
    this.anchor = this.anchorAt(element, 'top');
    this.following = false;
  }

  private places(): NodeListOf<HTMLElement> {
    return this.area.querySelectorAll<HTMLElement>('[data-place]');
  }

  private restore(): void {
    const isCalled = this.wayToEnd() !== null && this.wayToEnd() !== this.reached;
    this.reached = this.wayToEnd();
    const isBegun = this.beginning() === this.begun;
    this.begun = this.beginning();
    const goal = this.goal();
    if (goal) this.goTo(goal);
    else if (isCalled) this.area.scrollTop = this.area.scrollHeight;
    else if (!isBegun || !this.anchor?.element.isConnected) this.area.scrollTop = this.startTop();
    else if (this.following) this.area.scrollTop = this.area.scrollHeight;
    else this.area.scrollTop += this.placeOf(this.anchor) - this.anchor.place;
    this.measure();
    if (goal) this.arrived.emit(goal);
  }

  /** The message that is to be gone to and has not been yet. */
  private goal(): HTMLElement | null {
    const way = this.wayTo();
    if (!way || way === this.arrivedBy) return null;
    const element = this.area.querySelector<HTMLElement>(`[data-seq="${way.seq}"]`);
    if (element) this.arrivedBy = way;
    return element;
  }

  /** Into the middle; of what is higher than the view, to its beginning. */
  private goTo(goal: HTMLElement): void {
    const room = Math.max(0, this.area.clientHeight - goal.clientHeight) / 2;
    this.area.scrollTop += topWithin(this.area, goal) - room;
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
    if (!element) return null;
    const isInView = bottomWithin(this.area, element) <= this.area.clientHeight;
    return this.anchorAt(element, isInView ? 'bottom' : 'top');
  }

  private anchorAt(element: Element, edge: Anchor['edge']): Anchor {
    return { element, edge, place: this.placeOf({ element, edge }), scrolled: this.area.scrollTop };
  }

  private placeOf({ element, edge }: Pick<Anchor, 'element' | 'edge'>): number {
    return edge === 'top' ? topWithin(this.area, element) : bottomWithin(this.area, element);
  }

  private lastSeen(places: NodeListOf<HTMLElement>): number | null {
    const edge = this.area.clientHeight - SEEN_PX;
    return seqOf(places[lastTrue(places, (element) => topWithin(this.area, element) <= edge)]);
  }

  private restoreOnResize(destroyed: DestroyRef): void {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => this.restore());
    observer.observe(this.area);
    for (const content of this.area.children) observer.observe(content);
    destroyed.onDestroy(() => observer.disconnect());
  }
}

/** The place of a message that stands in the log, if the server has given it one. */
const seqOf = (element: Element | undefined): number | null => Number(element?.getAttribute('data-seq')) || null;
