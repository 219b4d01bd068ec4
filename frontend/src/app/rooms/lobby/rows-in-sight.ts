import { afterRenderEffect, DestroyRef, Directive, ElementRef, inject, input, output } from '@angular/core';

/**
 * Tells which rows of a list are in sight: the values of `data-room` of those elements, in their order. Each new value of
 * `rows` means that there may be others.
 */
@Directive({ selector: '[parleyRowsInSight]' })
export class RowsInSight {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly watched = new Set<Element>();
  private readonly seen = new Set<Element>();

  readonly rows = input.required<unknown>({ alias: 'parleyRowsInSight' });
  readonly inSight = output<readonly string[]>();

  constructor() {
    // Where there is no layout, nothing is in sight.
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => this.take(entries), { root: this.list });
    afterRenderEffect(() => {
      this.rows();
      this.watch(observer);
    });
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }

  private watch(observer: IntersectionObserver): void {
    for (const row of this.elements()) {
      if (this.watched.has(row)) continue;
      this.watched.add(row);
      observer.observe(row);
    }
    for (const row of this.watched) if (!row.isConnected) this.drop(row, observer);
    this.tell();
  }

  private drop(row: Element, observer: IntersectionObserver): void {
    observer.unobserve(row);
    this.watched.delete(row);
    this.seen.delete(row);
  }

  private take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.seen.add(target);
      else this.seen.delete(target);
    }
    this.tell();
  }

  private tell(): void {
    this.inSight.emit(this.elements().flatMap((row) => (this.seen.has(row) ? (row.dataset['room'] ?? []) : [])));
  }

  private elements(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[data-room]')];
  }
}
