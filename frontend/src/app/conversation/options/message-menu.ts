import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { Icon } from '../../ui/icon';
import { Keys } from '../../ui/keys';
import { MenuAnchor } from '../../ui/menu-anchor';
import type { MenuCall } from '../../ui/menu-call';
import type { MessageOptions } from './message-options';
import { MessageActions, type MessageAction } from './message-actions';

interface MessageMenuCall extends MenuCall {
  /** To which side the menu opens. */
  readonly side: 'before' | 'after';
}

/** The height of a bubble with one line. */
const HEAD_PX = 36;
/** Between a bubble and its menu. */
const GAP_PX = 4;

/** What can be done with a message: one menu for the whole log, opened beside what asked for it. */
@Component({
  selector: 'parley-message-menu',
  imports: [Icon, Keys, MatMenu, MatMenuContent, MatMenuItem, MenuAnchor],
  templateUrl: './message-menu.html',
  styleUrl: './message-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageMenu {
  private readonly actions = inject(MessageActions);
  protected readonly shortcuts = inject(ShortcutKeys);

  /** The message that is asked about; a new object each time. */
  readonly asked = input.required<MessageOptions | null>();
  readonly closed = output();

  private readonly key = linkedSignal<MessageOptions | null, string>({
    source: this.asked,
    computation: (asked, before) => asked?.key ?? before?.value ?? '',
  });
  /** A message that is sent, changed or deleted while the menu is open changes what can be done. */
  protected readonly list = computed(() => this.actions.on(this.key()));
  /** Nothing opens where there is nothing to do. */
  protected readonly call = computed(() => {
    const asked = this.asked();
    return asked && untracked(this.list).length > 0 ? callFor(asked.anchor) : null;
  });
  /** Whether what was chosen has led the focus elsewhere. */
  private hasLeft = false;
  protected readonly returns = (): boolean => {
    const returns = !this.hasLeft;
    this.hasLeft = false;
    return returns;
  };

  constructor() {
    effect(() => {
      if (this.asked() && !this.call()) this.closed.emit();
    });
  }

  protected run(action: MessageAction): void {
    this.hasLeft = action.leadsToField;
    action.run();
  }

  protected pressed(event: KeyboardEvent, menu: MatMenu): void {
    const action = this.actions.byKey(this.key(), event);
    if (!action) return;
    // The menu would look for an entry that begins with this letter.
    event.stopPropagation();
    event.preventDefault();
    this.run(action);
    menu.closed.emit();
  }
}

/** Beside the bubble, as far as it is in view, so that one sees what one chose; of a large one beside its head. */
function callFor(anchor: HTMLElement): MessageMenuCall {
  const bubble = anchor.querySelector<HTMLElement>('.bubble') ?? anchor;
  const { left, right, top, bottom, width } = bubble.getBoundingClientRect();
  const log = bubble.closest('[role="log"]')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const head = Math.min(Math.max(top, log.top), log.bottom - HEAD_PX);
  const inView = Math.min(bottom, log.bottom) - head;
  const height = inView > log.height / 2 ? HEAD_PX : inView;
  return {
    opener: anchor.closest<HTMLElement>('[data-place]') ?? anchor,
    left,
    top: head - GAP_PX,
    width,
    height: height + 2 * GAP_PX,
    side: left - log.left > log.right - right ? 'before' : 'after',
  };
}
