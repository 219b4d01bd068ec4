import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const MOST = 99;

/** How many are unread; nothing at zero, "99+" at most. */
@Component({
  selector: 'parley-badge',
  template: `
    @if (count() > 0) {
      <span aria-hidden="true">{{ shown() }}</span>
      <span class="sr" i18n="@@unreadCount">{{ count() }} unread</span>
    }
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      min-width: 20px;
      height: 20px;
      padding: 0 6px;
      border-radius: var(--r-full);
      background: var(--accent);
      color: var(--on-accent);
      font: 600 var(--fs-xs) / 20px var(--font);
      font-variant-numeric: tabular-nums;
      text-align: center;
    }

    :host(.muted) {
      background: var(--muted-badge);
      color: var(--on-muted);
    }
  `,
  host: { '[hidden]': 'count() <= 0', '[class.muted]': 'muted()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Badge {
  readonly count = input.required<number>();
  readonly muted = input(false);

  protected readonly shown = computed(() => (this.count() > MOST ? `${MOST}+` : String(this.count())));
}
