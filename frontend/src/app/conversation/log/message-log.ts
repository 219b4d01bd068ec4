import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Badge } from '../../ui/badge';
import { DateChip } from '../../ui/date-chip';
import { Icon } from '../../ui/icon';
import type { PersonFace } from '../../ui/person-face';
import { DayJump } from './day-jump';
import { FadeChips } from './fade-chips';
import type { Day } from '../timeline/grouping';
import type { EdgeState } from '../timeline/history';
import { KeepPlace, type WayTo } from './keep-place';
import { MessageBubble } from '../bubble/message-bubble';
import { MessageKeys } from './message-keys';
import type { MessageOptions } from '../options/message-options';
import type { PersonAsked } from '../person/person-asked';
import type { Quote } from '../timeline/quotes';
import type { Sight } from '../timeline/span';
import type { People } from '../text/mentioned';
import type { Going } from './travel';
import { TypingBubble } from '../typing/typing-bubble';
import { UnreadChip } from './unread-chip';

/** The log of a room: days, bubbles, and the way back to the newest. */
@Component({
  selector: 'parley-message-log',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Badge,
    DateChip,
    DayJump,
    FadeChips,
    Icon,
    KeepPlace,
    MatButton,
    MessageBubble,
    MessageKeys,
    TypingBubble,
    UnreadChip,
  ],
  templateUrl: './message-log.html',
  styleUrl: './message-log.css',
})
export class MessageLog {
  readonly days = input.required<readonly Day[]>();
  /** How the history above what is held stands, and that below. */
  readonly older = input.required<EdgeState>();
  readonly newer = input.required<EdgeState>();
  /** A new object each time that the log is begun anew. */
  readonly beginning = input<object | null>(null);
  /** A new object each time that the end is to be gone to. */
  readonly wayToEnd = input.required<object | null>();
  /** A new object each time that a message is to be gone to. */
  readonly wayTo = input.required<WayTo | null>();
  /** The message that was just gone to. */
  readonly marked = input.required<number | null>();
  /** The key of the message whose menu is open. */
  readonly chosen = input<string | null>(null);
  /** How the way to a place outside what is held stands. */
  readonly going = input.required<Going>();
  /** Who types, at the end; empty where the place is only kept, null where there is none. */
  readonly typing = input<string | null>(null);
  /** Whoever types there alone. */
  readonly typist = input<PersonFace | null>(null);
  /** The key of the message that comes in at the end just now. */
  readonly entering = input<string | null>(null);
  readonly look = input.required<'named' | 'plain'>();
  readonly nameOf = input.required<(userId: string) => string>();
  readonly pictureOf = input.required<(userId: string) => string | null>();
  /** How many messages have come below what the reader has seen. */
  readonly below = input.required<number>();
  /** True where the end is well out of sight. */
  readonly farFromEnd = input.required<boolean>();

  /** How many messages are unread from a place on that is out of sight; 0 where there is no such place. */
  readonly unreadAway = input.required<number>();
  /** Whom the messages mention, by their usernames. */
  readonly people = input.required<People>();
  /** The messages that others answer, by their places. */
  readonly quotes = input.required<ReadonlyMap<number, Quote>>();

  readonly sight = output<Sight>();
  readonly retryHistory = output();
  readonly toEnd = output();
  /** The first message of the log is to be gone to, and the last one, with the focus. */
  readonly toFirst = output();
  readonly toLast = output();
  readonly tryAgain = output<string>();
  /** An own message that was not sent is to be changed. */
  readonly takeBack = output<string>();
  readonly discard = output<string>();
  /** The place of an own message about whose reception the reader asks. */
  readonly info = output<number>();
  /** Somebody of whom the reader wants to see more. */
  readonly person = output<PersonAsked>();
  /** A message about which the reader wants to do something. */
  readonly options = output<MessageOptions>();
  /** The place of a message that the reader wants to see. */
  readonly jump = output<number>();
  /** A day of the reader's calendar that they want to see, as `2026-06-11`. */
  readonly toDate = output<string>();
  readonly toUnread = output();
  readonly dismissUnread = output();
  readonly goAgain = output();
  /** The reader is done in the log and wants to write. */
  readonly toComposer = output();

  /** Where another day is being chosen. */
  protected readonly dayJump = signal<{ readonly day: string; readonly origin: HTMLElement } | null>(null);
  protected readonly failed = computed(() => [this.older(), this.newer()].includes('failed'));
  protected readonly jumpLabel = computed(() =>
    this.below()
      ? $localize`:@@jumpToNewestBelow:Jump to the newest message, ${this.below()}:count: below`
      : $localize`:@@jumpToNewest:Jump to the newest message`,
  );

  protected askOptions(row: HTMLElement): void {
    const { place } = row.dataset;
    const anchor = row.querySelector<HTMLElement>('.bubble:has(.options)');
    if (place && anchor) this.options.emit({ key: place, anchor });
  }

  protected leaveDayJump(): void {
    this.dayJump.set(null);
  }
}
