import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Room } from '#shared';
import { errorSentence } from '../core/error-text';
import { submission } from '../core/submission';
import { ChatStore } from '../rooms/chat-store';
import { faceOf, membersLabel } from '../rooms/room-names';
import { RoomsApi } from '../rooms/rooms-api';
import { EmptyState } from '../ui/empty-state';

/** A public room before one joins it. */
@Component({
  selector: 'parley-room-preview',
  imports: [EmptyState, MatButton],
  template: `
    <parley-empty-state [heading]="title()">
      {{ about() }}
      @if (joining.error(); as error) {
        <span class="problem" role="alert">{{ errorSentence(error) }}</span>
      }
      <button
        actions
        matButton="filled"
        type="button"
        [attr.aria-busy]="joining.busy()"
        (click)="joining.submit(room().id)"
      >
        Join
      </button>
    </parley-empty-state>
  `,
  styles: `
    .problem {
      display: block;
      color: var(--danger);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomPreview {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);

  readonly room = input.required<Room>();
  readonly joined = output();

  protected readonly title = computed(() => faceOf(this.room()).title);
  protected readonly about = computed(() => {
    const { topic, memberCount } = this.room();
    const members = `${membersLabel(memberCount)}. Join to read along and to write.`;
    return topic ? `${topic} \u00b7 ${members}` : members;
  });
  protected readonly joining = submission({
    send: (roomId: string) => this.api.join(roomId),
    done: (room) => {
      this.chat.adopt(room);
      this.joined.emit();
    },
  });
  protected readonly errorSentence = errorSentence;
}
