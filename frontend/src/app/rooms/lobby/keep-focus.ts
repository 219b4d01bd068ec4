import { afterRenderEffect, Directive, DOCUMENT, ElementRef, inject, input } from '@angular/core';

/**
 * Keeps the focus in a list whose rows move and go: with the row that had it, or with the one that has come into its place.
 */
@Directive({
  selector: '[parleyKeepFocus]',
  host: { '(focusin)': 'took($event)', '(focusout)': 'gave($event)' },
})
export class KeepFocus {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private held: { readonly element: HTMLElement; readonly place: number } | null = null;

  /** Each new value means that rows have moved or gone. */
  readonly order = input.required<unknown>({ alias: 'parleyKeepFocus' });

  constructor() {
    afterRenderEffect(() => {
      this.order();
      this.settle();
    });
  }

  protected took({ target }: FocusEvent): void {
    if (target instanceof HTMLElement) this.held = { element: target, place: this.placeOf(target) };
  }

  /** A row that moves or goes gives the focus to nobody; whoever leaves takes it elsewhere. */
  protected gave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget) this.held = null;
  }

  private settle(): void {
    if (!this.held || this.document.activeElement !== this.document.body) return;
    const { element, place } = this.held;
    const row = this.list.children[Math.min(place, this.list.children.length - 1)];
    const heir = element.isConnected ? element : row?.querySelector<HTMLElement>('a, button');
    heir?.focus();
  }

  private placeOf(element: HTMLElement): number {
    return [...this.list.children].findIndex((row) => row.contains(element));
  }
}
