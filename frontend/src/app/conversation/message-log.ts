import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Badge } from '../ui/badge';
import { DateChip } from '../ui/date-chip';
import { Icon } from '../ui/icon';
import { FadeChips } from './fade-chips';
import type { Day } from './grouping';
import type { EdgeState } from './history';
import { KeepPlace } from './keep-place';
import { MessageBubble } from './message-bubble';
import type { Sight } from './span';

/** The log of a room: days, bubbles, and the way back to the newest. */
@Component({
  selector: 'parley-message-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Badge, DateChip, FadeChips, Icon, KeepPlace, MatButton, MessageBubble],
  templateUrl: './message-log.html',
  styleUrl: './message-log.css',
})
export class MessageLog {
  readonly days = input.required<readonly Day[]>();
  /** How the history above what is held stands, and that below. */
  readonly older = input.required<EdgeState>();
  readonly newer = input.required<EdgeState>();
  /** A new object each time that the end is to be gone to. */
  readonly wayToEnd = input.required<object | null>();
  readonly look = input.required<'named' | 'plain'>();
  readonly nameOf = input.required<(userId: string) => string>();
  /** How many messages have come below what the reader has seen. */
  readonly below = input.required<number>();
  /** True where the end is well out of sight. */
  readonly farFromEnd = input.required<boolean>();

  readonly sight = output<Sight>();
  readonly retryHistory = output();
  readonly toEnd = output();
  readonly tryAgain = output<string>();
  readonly discard = output<string>();
  /** The place of an own message about whose reception the reader asks. */
  readonly info = output<number>();

  protected readonly failed = computed(() => [this.older(), this.newer()].includes('failed'));
  protected readonly jumpLabel = computed(() =>
    this.below()
      ? $localize`Jump to the newest message, ${this.below()}:count: below`
      : $localize`Jump to the newest message`,
  );
}
