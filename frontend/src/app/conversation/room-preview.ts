import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Room } from '#shared';
import { errorSentence } from '../core/error-text';
import { submission } from '../core/submission';
import { ChatStore } from '../rooms/store/chat-store';
import { faceOf, membersLabel } from '../rooms/room-names';
import { RoomsApi } from '../rooms/store/rooms-api';
import { EmptyState } from '../ui/empty-state';

/** A public room before one joins it. Whoever has joined holds it, and that opens it. */
@Component({
  selector: 'parley-room-preview',
  imports: [EmptyState, MatButton],
  template: `
    <parley-empty-state [heading]="title()">
      @if (room().topic; as topic) {
        <span class="topic" dir="auto">{{ topic }}</span>
      }
      {{ about() }}
      @if (joining.error(); as error) {
        <span class="problem" role="alert">{{ errorSentence(error) }}</span>
      }
      <button
        actions
        matButton="filled"
        type="button"
        i18n="@@join"
        [attr.aria-busy]="joining.busy()"
        (click)="joining.submit(room().id)"
      >
        Join
      </button>
    </parley-empty-state>
  `,
  styles: `
    .topic,
    .problem {
      display: block;
    }

    .topic {
      color: var(--ink);
      overflow-wrap: anywhere;
    }

    .problem {
      color: var(--danger);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoomPreview {
  private readonly api = inject(RoomsApi);
  private readonly chat = inject(ChatStore);

  readonly room = input.required<Room>();

  protected readonly title = computed(() => faceOf(this.room()).title);
  protected readonly about = computed(
    () => $localize`:@@joinToRead:${membersLabel(this.room().memberCount)}:members:. Join to read along and to write.`,
  );
  protected readonly joining = submission({
    send: (roomId: string) => this.api.join(roomId),
    done: (room) => this.chat.adopt(room),
  });
  protected readonly errorSentence = errorSentence;
}
