import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export type TickState = 'pending' | 'stored' | 'delivered' | 'read' | 'failed';

interface TickShape {
  readonly says: string;
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

const CLOCK_FACE = 'M1.5 6.5a5 5 0 1 0 10 0a5 5 0 1 0 -10 0';
const TWO = 'm1.1 6.6 3.1 3.2 6.4-7.4M8.6 8.2l1.5 1.6 6.5-7.4';

const TICKS: Record<TickState, TickShape> = {
  pending: { says: 'Waiting to be sent', width: 13, height: 13, path: `${CLOCK_FACE}M6.5 3.8v2.9l1.9 1.2` },
  stored: { says: 'Sent', width: 13, height: 12, path: 'm1.5 6.6 3.1 3.2 6.6-7.4' },
  delivered: { says: 'Delivered', width: 18, height: 12, path: TWO },
  read: { says: 'Read', width: 18, height: 12, path: TWO },
  failed: { says: 'Not sent', width: 13, height: 13, path: `${CLOCK_FACE}M6.5 3.9v3M6.5 9.1v.01` },
};

/** How far an own message has come: waiting here, on the server, delivered to all, read by all, or not sent. */
@Component({
  selector: 'parley-tick',
  template: `
    <svg
      [attr.viewBox]="'0 0 ' + tick().width + ' ' + tick().height"
      [attr.width]="tick().width"
      [attr.height]="tick().height"
    >
      <path [attr.d]="tick().path" />
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
      stroke-width: 1.7;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    :host(.pending) svg {
      stroke-width: 1.5;
    }

    :host(.read) {
      color: var(--tick-read);
    }

    :host(.failed) {
      color: var(--danger);
    }
  `,
  host: {
    role: 'img',
    '[class]': 'state()',
    '[attr.aria-label]': 'tick().says',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tick {
  readonly state = input.required<TickState>();

  protected readonly tick = computed(() => TICKS[this.state()]);
}
