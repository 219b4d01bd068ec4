import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { tintInk } from '../../ui/tint';
import type { Quote } from '../timeline/quotes';

/** The message that another one answers, in two lines; a tap leads to it. */
@Component({
  selector: 'parley-message-quote',
  template: `
    <button type="button" tabindex="-1" [style.--quoted]="ink()" (click)="jump.emit(quote().seq)">
      <span class="sr" i18n="@@inAnswerTo">In answer to</span>
      @switch (quote().state) {
        @case ('loading') {
          <span class="ghost short"></span>
          <span class="ghost"></span>
        }
        @case ('missing') {
          <span class="words gone" i18n="@@quoteMissing">The message could not be loaded</span>
        }
        @default {
          <span class="name clip" dir="auto">{{ quote().name }}</span>
          <span class="words" dir="auto" [class.gone]="quote().state === 'deleted'">{{ quote().text }}</span>
        }
      }
    </button>
  `,
  styleUrl: './message-quote.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageQuote {
  readonly quote = input.required<Quote>();
  /** The place of the quoted message. */
  readonly jump = output<number>();

  protected readonly ink = computed(() => (this.quote().senderId ? tintInk(this.quote().senderId) : 'var(--ink-3)'));
}
