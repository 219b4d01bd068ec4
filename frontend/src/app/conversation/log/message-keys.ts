import { Directive, ElementRef, inject, output } from '@angular/core';
import { LIST_STEPS, type ListStep } from '../../core/list-steps';
import { lastTrue, topWithin } from './measures';

/** What only repeats another control for the pointer is no stop. */
const CONTROLS = '[tabindex="-1"]:not([aria-hidden])';

/**
 * Moves among the messages of a log with the keys: it is one stop on the way of Tab, arrows lead from message to
 * message, and Tab goes on to what can be done within the active one. Messages are the elements with `data-place`;
 * their controls are written with `tabindex="-1"`.
 */
@Directive({
  selector: '[parleyMessageKeys]',
  exportAs: 'messageKeys',
  host: {
    tabindex: '0',
    '(keydown)': 'keyDown($event)',
    '(focusin)': 'focusIn($event)',
    '(focusout)': 'focusOut($event)',
    '(contextmenu)': 'contextMenu($event)',
  },
})
export class MessageKeys {
  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private active: HTMLElement | null = null;
  private controls: readonly HTMLElement[] = [];

  /** The message for which options are asked. */
  readonly optionsAsked = output<HTMLElement>();
  /** The reader is done here. */
  readonly left = output();
  /** The reader wants to be at the first message of the log, rendered or not. */
  readonly startAsked = output();
  /** The reader wants to be at the last message of the log, rendered or not. */
  readonly endAsked = output();

  /** Makes a message the active one, and moves the focus there. */
  focus(row: HTMLElement): void {
    this.activate(row);
    row.focus({ preventScroll: true });
  }

  /** Makes the message in which something stands the active one. */
  focusAround(element: HTMLElement): void {
    const row = element.closest<HTMLElement>('[data-place]');
    if (row) this.focus(row);
  }

  protected keyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actionFor(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  protected focusIn({ target, relatedTarget }: FocusEvent): void {
    if (target === this.area || this.passesMessages(target, relatedTarget)) return this.enter();
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
    if (row && row !== this.active) this.activate(row);
    this.area.tabIndex = -1;
  }

  protected focusOut({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.area.contains(relatedTarget)) return;
    this.rest();
    this.area.tabIndex = 0;
  }

  /** The key for menus has been heard before; the browser's own menu is of no use on a message. */
  protected contextMenu(event: Event): void {
    if (event.target === this.active) event.preventDefault();
  }

  /** Back from what stands below, Tab would come by the messages, at the last of the days' buttons: it stops at them first. */
  private passesMessages(target: EventTarget | null, from: EventTarget | null): boolean {
    if (!(target instanceof Element && from instanceof Node) || this.area.contains(from)) return false;
    const isBelow = (this.area.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    // What lies over the page, such as the choice of a day, gives the focus back to where it was.
    const isBeside = this.area.closest('main')?.contains(from) ?? false;
    return isBelow && isBeside && !target.closest('[data-place]') && target.matches(':focus-visible');
  }

  private actionFor(event: KeyboardEvent): (() => void) | null {
    const step = LIST_STEPS[event.key];
    if (step) return () => this.move(event.key, step);
    if (event.key === 'Escape') return () => this.left.emit();
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const row = this.active;
    if (!row || !(isMenuKey || (event.key === 'Enter' && event.target === row))) return null;
    return () => this.optionsAsked.emit(row);
  }

  private move(key: string, step: ListStep): void {
    const rows = this.rows();
    const at = rows.findIndex((row) => row === this.active);
    const next = rows[step(at === -1 ? rows.length : at, rows.length)];
    if (next) {
      this.focus(next);
      next.scrollIntoView({ block: 'nearest' });
    }
    if (key === 'Home') this.startAsked.emit();
    if (key === 'End') this.endAsked.emit();
  }

  /** Goes on where the reader was, if that is still in view, and else at the last message in view. */
  private enter(): void {
    const height = this.area.clientHeight;
    const rows = this.rows();
    const isInView = (row: HTMLElement): boolean =>
      topWithin(this.area, row) < height && topWithin(this.area, row) + row.clientHeight > 0;
    const last = rows[lastTrue(rows, (row) => topWithin(this.area, row) + row.clientHeight <= height)];
    const row = this.active?.isConnected && isInView(this.active) ? this.active : (last ?? rows.at(-1));
    if (row) this.focus(row);
  }

  private activate(row: HTMLElement): void {
    this.rest();
    this.active = row;
    row.tabIndex = 0;
    this.controls = [...row.querySelectorAll<HTMLElement>(CONTROLS)];
    for (const control of this.controls) control.tabIndex = 0;
  }

  /** Nothing in the active message is a stop of its own any more; it stays known as the one where the reader was. */
  private rest(): void {
    if (this.active) this.active.tabIndex = -1;
    for (const control of this.controls) control.tabIndex = -1;
    this.controls = [];
  }

  private rows(): HTMLElement[] {
    return [...this.area.querySelectorAll<HTMLElement>('[data-place]')];
  }
}
