import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../../ui/icon';

/** The way to the first unread message while it is out of sight. */
@Component({
  selector: 'parley-unread-chip',
  imports: [Icon],
  template: `
    <button class="go" type="button" (click)="go.emit()">
      <parley-icon name="up" [size]="16" />
      <span i18n="@@unreadMessages">{count(), plural,
        =1 {1 unread message}
        other {{{ count() }} unread messages}
      }</span>
    </button>
    <button class="close" type="button" (click)="dismissed.emit()" i18n-aria-label="@@dismiss" aria-label="Dismiss">
      <parley-icon name="close" [size]="16" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      overflow: hidden;
      width: max-content;
      border-radius: var(--r-full);
      background: var(--accent-soft);
      box-shadow: var(--e2);
      font: 600 var(--fs-xs) / 20px var(--font);
      color: var(--accent-ink);
    }

    button {
      display: flex;
      align-items: center;
      gap: var(--s-half);
      height: var(--target);
    }

    button:focus-visible {
      outline-offset: -2px;
      border-radius: var(--r-full);
    }

    .go {
      padding-inline: var(--s2) var(--s-half);
    }

    .close {
      justify-content: center;
      width: var(--target);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnreadChip {
  readonly count = input.required<number>();
  readonly go = output();
  readonly dismissed = output();
}
