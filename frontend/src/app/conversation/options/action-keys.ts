import { Directive, inject } from '@angular/core';
import { MessageActions } from './message-actions';

/** Fields have keys of their own. */
const FIELDS = 'input, textarea, select, [contenteditable]';

/** Lets a key act on the message of the log that has the focus, without its menu. */
@Directive({ selector: '[parleyActionKeys]', host: { '(keydown)': 'keyDown($event)' } })
export class ActionKeys {
  private readonly actions = inject(MessageActions);

  protected keyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof Element) || event.target.matches(FIELDS)) return;
    const key = event.target.closest<HTMLElement>('[data-place]')?.dataset['place'];
    const action = key === undefined ? undefined : this.actions.byKey(key, event);
    if (!action) return;
    action.run();
    event.preventDefault();
  }
}
