import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { sparkPath } from './spark-path';

/** A small line of how a figure has moved. Decoration: the figure itself stands beside it. */
@Component({
  selector: 'parley-sparkline',
  template: `
    <svg viewBox="0 0 240 48" preserveAspectRatio="none" aria-hidden="true">
      <path class="area" [attr.d]="path() && path() + 'V48H0Z'" />
      <path class="line" [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      height: 48px;
      margin: var(--s1h) 0 var(--s1);
    }

    svg {
      width: 100%;
      height: 100%;
      overflow: visible;
    }

    .line {
      fill: none;
      stroke: var(--accent);
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
      vector-effect: non-scaling-stroke;
    }

    .area {
      fill: var(--accent-soft);
      opacity: 0.7;
    }

    :host(.warn) .line {
      stroke: var(--code-num);
    }

    :host(.warn) .area {
      fill: var(--warn-bg);
    }
  `,
  host: { '[class.warn]': 'warn()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sparkline {
  /** Oldest first. */
  readonly values = input.required<readonly number[]>();
  readonly warn = input(false);

  protected readonly path = computed(() => sparkPath(this.values(), { width: 240, height: 48 }));
}
