import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { Message } from '#shared';
import { ChatStore } from '../../rooms/store/chat-store';
import { PeopleStore } from '../../rooms/people/people-store';
import { LossQuestion } from '../../ui/loss-question';

/** Asks whether a message is to be deleted for everyone; closes with true where it is. */
@Component({
  selector: 'parley-delete-message-dialog',
  imports: [LossQuestion],
  template: `
    <parley-loss-question
      i18n-heading="@@deleteMessageTitle"
      heading="Delete this message?"
      i18n-keep="@@cancel"
      keep="Cancel"
      i18n-lose="@@deleteForEveryone"
      lose="Delete for everyone"
    >
      <p class="body" dir="auto">{{ message.body }}</p>
      @if (isOwn()) {
        <p i18n="@@deleteOwnNote">It goes for everyone. A line stays in its place that says you deleted it.</p>
      } @else {
        <p i18n="@@deleteOthersNote">
          It is by {{ writer() }}, and goes for everyone. A line stays in its place that says it was deleted.
        </p>
      }
    </parley-loss-question>
  `,
  styles: `
    .body {
      display: -webkit-box;
      margin-bottom: var(--s-half);
      padding: var(--s1) var(--s1h);
      overflow: hidden;
      border-radius: var(--r-s);
      background: var(--quote-in);
      color: var(--ink);
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeleteMessageDialog {
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);
  protected readonly message = inject<Message>(MAT_DIALOG_DATA);

  protected readonly isOwn = computed(() => this.message.senderId === this.chat.state().userId);
  protected readonly writer = computed(
    () => this.people.nameOf(this.message.senderId) ?? $localize`:@@somebody:Somebody`,
  );
}
