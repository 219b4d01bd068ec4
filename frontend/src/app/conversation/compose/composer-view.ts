import { computed, inject, Injectable } from '@angular/core';
import { plainLine } from '../../core/text/plain-line';
import { ChatStore } from '../../rooms/store/chat-store';
import { PeopleStore } from '../../rooms/people/people-store';
import { faceOf } from '../../rooms/room-names';
import { tintInk } from '../../ui/tint';
import { TimelineStore } from '../timeline/timeline-store';
import { Compose } from './compose';
import { WRITE, type Purpose } from './purpose';

/** The composer of the visited room, as it shows itself. */
@Injectable()
export class ComposerView {
  private readonly timeline = inject(TimelineStore);
  private readonly compose = inject(Compose);
  private readonly chat = inject(ChatStore);
  private readonly people = inject(PeopleStore);

  readonly draft = computed(() => ({ roomId: this.timeline.roomId(), text: this.compose.draft() }));
  readonly placeholder = computed(() => {
    const room = this.timeline.room();
    return $localize`:@@messageTo:Message ${room ? faceOf(room).title : ''}:room:`;
  });
  readonly purpose = computed<Purpose>(() => {
    const edit = this.compose.edit();
    if (edit) return { kind: 'edit', before: edit.before, isSaving: edit.isSaving, problem: edit.problem };
    const answered = this.compose.answered();
    if (!answered) return WRITE;
    const { message } = answered;
    if (!message)
      return { kind: 'reply', name: $localize`:@@earlierMessage:An earlier message`, ink: 'var(--ink-2)', body: '' };
    const { senderId, body } = message;
    return { kind: 'reply', name: this.nameOf(senderId), ink: tintInk(senderId), body: plainLine(body) };
  });

  private nameOf(userId: string): string {
    if (userId === this.chat.state().userId) return $localize`:@@you:You`;
    return this.people.nameOf(userId) ?? $localize`:@@somebody:Somebody`;
  }
}
