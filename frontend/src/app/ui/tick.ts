import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export type TickState = 'pending' | 'stored' | 'delivered' | 'read' | 'failed';

const LABELS: Record<TickState, string> = {
  pending: $localize`:@@tickPending:Waiting to be sent`,
  stored: $localize`:@@tickStored:Sent`,
  delivered: $localize`:@@tickDelivered:Delivered`,
  read: $localize`:@@tickRead:Read`,
  failed: $localize`:@@tickFailed:Not sent`,
};

/** What a tick says in words. */
export const tickLabel = (state: TickState): string => LABELS[state];

/**
 * How far an own message has come: waiting here, on the server, delivered to all, read by all, or not sent. A log has many
 * of them: one element, drawn as a background, which costs less than anything that has a layer, a mask or a transform.
 */
@Component({
  selector: 'parley-tick',
  template: '',
  styleUrl: './tick.css',
  host: {
    role: 'img',
    '[class]': 'state()',
    '[attr.aria-label]': 'label()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tick {
  readonly state = input.required<TickState>();

  protected readonly label = computed(() => tickLabel(this.state()));
}
