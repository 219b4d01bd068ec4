import { ChangeDetectionStrategy, Component, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Badge } from '../ui/badge';
import { DateChip } from '../ui/date-chip';
import { Icon } from '../ui/icon';
import { FadeChips } from './fade-chips';
import type { Day } from './grouping';
import { KeepPlace } from './keep-place';
import { MessageBubble } from './message-bubble';

/** Where the history above what is shown stands. */
export type OlderState = 'none' | 'more' | 'loading' | 'failed';

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
  readonly older = input.required<OlderState>();
  readonly look = input.required<'named' | 'plain'>();
  readonly nameOf = input.required<(userId: string) => string>();
  /** How many messages have arrived below since the reader left the end. */
  readonly below = input.required<number>();

  readonly nearTop = output();
  readonly askOlder = output();
  readonly atEnd = output<boolean>();
  readonly tryAgain = output<string>();
  readonly discard = output<string>();

  private readonly place = viewChild.required(KeepPlace);

  /** Shows the newest message. */
  toEnd(): void {
    this.place().toEnd();
  }
}
