import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isEmojiOnly } from '../../core/text/emoji-only';
import { readBody } from '../../core/text/read-body';
import { LongPress } from '../../rooms/menu/long-press';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { Tick, tickLabel } from '../../ui/tick';
import { tintInk } from '../../ui/tint';
import { clockTime } from '../../ui/time-labels';
import type { Bubble } from '../timeline/grouping';
import { MessageQuote } from './message-quote';
import type { PersonAsked } from '../person/person-asked';
import type { Quote } from '../timeline/quotes';
import { InlineText } from '../text/inline-text';
import type { People } from '../text/mentioned';
import { RichText } from '../text/rich-text';

const NOBODY: People = new Map();

/** A time reads from the left, whatever is around it. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** One message. Shows the sender's face at the head of a run, and only where more than two talk. */
@Component({
  selector: 'li[parleyMessageBubble]',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Avatar, Icon, InlineText, LongPress, MatButton, MessageQuote, NgTemplateOutlet, RichText, Tick],
  templateUrl: './message-bubble.html',
  styleUrls: [
    './message-bubble.css',
    './bubble-tail.css',
    './bubble-meta.css',
    './bubble-states.css',
    './bubble-options.css',
  ],
  host: {
    '[class.out]': 'bubble().own',
    '[class.in]': '!bubble().own',
    '[class.first]': 'bubble().first',
    '[class.last]': 'bubble().last',
    '[class.named]': 'named()',
    '[class.large]': 'isLarge()',
    '[class.has-code]': 'hasCode()',
  },
})
export class MessageBubble {
  readonly bubble = input.required<Bubble>({ alias: 'parleyMessageBubble' });
  readonly senderName = input.required<string>();
  /** Where the sender's picture is, if they have one. */
  readonly senderPicture = input<string | null>(null);
  /** `named` in rooms of many, `plain` where it is clear who talks. */
  readonly look = input.required<'named' | 'plain'>();
  /** The people who are mentioned in the log, by their usernames. */
  readonly people = input<People>(NOBODY);
  /** What the message answers; null where it answers nothing. */
  readonly quote = input<Quote | null>(null);
  readonly tryAgain = output<string>();
  readonly takeBack = output<string>();
  readonly discard = output<string>();
  /** The place of an own message about whose reception the reader asks. */
  readonly info = output<number>();
  /** The place of the message that this one answers. */
  readonly jump = output<number>();
  /** The reader wants to see more of the sender, or of somebody who is mentioned. */
  readonly person = output<PersonAsked>();
  /** The reader wants to do something with the message; beside this element a menu opens. */
  readonly options = output<HTMLElement>();

  protected readonly isLarge = computed(
    () => !this.bubble().deleted && this.bubble().replyTo === null && isEmojiOnly(this.bubble().body),
  );
  protected readonly blocks = computed(() => readBody(this.bubble().body));
  /** A message of one paragraph, which is what most are, has no need of more around it. */
  protected readonly line = computed(() => {
    const [block, ...more] = this.blocks();
    return block?.kind === 'paragraph' && more.length === 0 ? block.children : null;
  });
  protected readonly hasCode = computed(() => this.blocks().some(({ kind }) => kind === 'code'));
  protected readonly mentioned = computed<People>(() => {
    const { mentions } = this.bubble();
    if (mentions.length === 0) return NOBODY;
    return new Map([...this.people()].filter(([, { id }]) => mentions.includes(id)));
  });
  protected readonly infoLabel = computed(() => {
    const { delivery } = this.bubble();
    return `${delivery ? tickLabel(delivery) : ''} ${$localize`:@@messageInfo:Message info`}`;
  });
  protected readonly time = computed(() => leftToRight(clockTime(this.bubble().createdAt)));
  protected readonly tint = computed(() => tintInk(this.bubble().senderId));
  protected readonly named = computed(() => this.look() === 'named' && !this.bubble().own);

  protected readonly aboutLabel = computed(() => $localize`:@@aboutPerson:About ${this.senderName()}:name:`);

  protected askPerson(anchor: HTMLElement): void {
    this.person.emit({ userId: this.bubble().senderId, anchor });
  }

  protected ask(anchor: HTMLElement): void {
    if (!this.bubble().deleted) this.options.emit(anchor);
  }

  /** The browser's own menu stays where it is of more use: on a link, and on what is selected. */
  protected contextMenu(event: MouseEvent, anchor: HTMLElement): void {
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (this.bubble().deleted || isLink || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    this.ask(anchor);
  }
}
