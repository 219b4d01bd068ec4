import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * The mark: a P that is a speech bubble; its counter is the reply. Fills its host (40 px unless
 * sized otherwise), in the text's colour; `--counter` names the ground that shows through.
 */
@Component({
  selector: 'parley-mark',
  template: `
    <svg viewBox="0 0 40 40" width="100%" height="100%">
      <path fill="currentColor" d="M7 36.2V18A14 14 0 1 1 21 32H13.6L9 36.9C8.3 37.65 7 37.2 7 36.2Z" />
      <path class="counter" d="M14.5 18A6.5 6.5 0 1 1 27.5 18V23.2A1.3 1.3 0 0 1 26.2 24.5H21A6.5 6.5 0 0 1 14.5 18Z" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      flex: none;
      width: 40px;
      height: 40px;
      color: var(--accent);
    }

    .counter {
      fill: var(--counter, var(--bg));
    }
  `,
  host: {
    '[attr.role]': 'label() ? "img" : null',
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': 'label() ? null : "true"',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Mark {
  readonly label = input('');
}
