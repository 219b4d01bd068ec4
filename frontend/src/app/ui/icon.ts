import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICONS, type IconName, type IconShape } from './icons';

/** One of the house's icons, in the colour of the text around it. Says nothing unless it has a `label`. */
@Component({
  selector: 'parley-icon',
  template: `
    <svg viewBox="0 0 24 24" [attr.width]="size()" [attr.height]="size()" [class.small]="size() === 16">
      @if (shape().lines; as lines) {
        <path [attr.d]="lines" />
      }
      @if (shape().filled; as filled) {
        <path class="filled" [attr.d]="filled" />
      }
      @if (shape().dots; as dots) {
        <path class="dots" [attr.d]="dots" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
    }

    svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .small {
      stroke-width: 2;
    }

    .filled {
      fill: currentColor;
    }

    .dots {
      stroke-width: 2.3;
    }
  `,
  host: {
    '[attr.role]': 'label() ? "img" : null',
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': 'label() ? null : "true"',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input<16 | 20 | 24>(24);
  readonly label = input('');

  protected readonly shape = computed<IconShape>(() => ICONS[this.name()]);
}
