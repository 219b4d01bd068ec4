import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Tick } from '../ui/tick';
import { tintInk } from '../ui/tint';
import { clockTime } from '../ui/time-labels';
import type { Bubble } from './grouping';
import { LinkedText } from './linked-text';

/** One message. Shows the sender's face at the head of a run, and only where more than two talk. */
@Component({
  selector: 'parley-message-bubble',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon, LinkedText, MatButton, Tick],
  templateUrl: './message-bubble.html',
  styleUrl: './message-bubble.css',
  host: {
    '[class.out]': 'bubble().own',
    '[class.in]': '!bubble().own',
    '[class.first]': 'bubble().first',
    '[class.last]': 'bubble().last',
    '[class.named]': 'named()',
  },
})
export class MessageBubble {
  readonly bubble = input.required<Bubble>();
  readonly senderName = input.required<string>();
  /** `named` in rooms of many, `plain` where it is clear who talks. */
  readonly look = input.required<'named' | 'plain'>();
  readonly tryAgain = output<string>();
  readonly discard = output<string>();
  /** The place of an own message about whose reception the reader asks. */
  readonly info = output<number>();

  protected readonly time = computed(() => clockTime(this.bubble().createdAt));
  protected readonly tint = computed(() => tintInk(this.bubble().senderId));
  protected readonly named = computed(() => this.look() === 'named' && !this.bubble().own);
}
