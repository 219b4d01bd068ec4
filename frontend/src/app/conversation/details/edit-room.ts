import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LIMITS, UpdateRoomRequest, type Room } from '#shared';
import { contractFaults } from '../../core/conforms';
import { errorSentence, fieldSentences } from '../../core/error-text';
import { submission } from '../../core/submission';
import { RoomsApi } from '../../rooms/store/rooms-api';
import { TextField } from '../../ui/text-field';
import { TextInput } from '../../ui/text-input';

interface Typed {
  readonly name?: string;
  readonly topic?: string;
}

/** Gives a room another name or another topic. The change comes back as an event, as it does to everybody else. */
@Component({
  selector: 'parley-edit-room',
  imports: [MatButton, TextField, TextInput],
  template: `
    <parley-text-field i18n-label="@@roomName" label="Name" [error]="errors().name ?? ''">
      <input #nameField parleyInput autocomplete="off" [value]="name()" (input)="type({ name: nameField.value })" />
    </parley-text-field>
    <parley-text-field i18n-label="@@roomTopic" label="Topic" [error]="errors().topic ?? ''">
      <input
        #topicField
        parleyInput
        autocomplete="off"
        [attr.maxlength]="topicMax"
        [value]="topic()"
        (input)="type({ topic: topicField.value })"
      />
    </parley-text-field>
    @if (problem(); as text) {
      <p class="problem" role="alert">{{ text }}</p>
    }
    <div class="ways">
      <button matButton type="button" (click)="done.emit()" i18n="@@cancel">Cancel</button>
      <button matButton="tonal" type="button" [attr.aria-busy]="saving.busy()" (click)="save()" i18n="@@save">
        Save
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s1h);
    }

    .ways {
      display: flex;
      justify-content: flex-end;
      gap: var(--s1);
    }

    .problem {
      font-size: var(--fs-s);
      color: var(--danger);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditRoom {
  private readonly api = inject(RoomsApi);

  readonly room = input.required<Room>();
  /** Saved, or given up. */
  readonly done = output();

  protected readonly topicMax = LIMITS.topic.max;
  private readonly roomId = computed(() => this.room().id);
  /** What was typed: it stays, whatever happens in the room meanwhile. */
  private readonly typed = linkedSignal<string, Typed>({ source: this.roomId, computation: () => ({}) });
  protected readonly name = computed(() => this.typed().name ?? this.room().name ?? '');
  protected readonly topic = computed(() => this.typed().topic ?? this.room().topic ?? '');
  private readonly labels = { name: $localize`:@@roomName:Name`, topic: $localize`:@@roomTopic:Topic` };

  protected readonly saving = submission({
    send: (request: UpdateRoomRequest) => this.api.update(this.room().id, request),
    done: () => this.done.emit(),
  });
  private readonly request = computed<UpdateRoomRequest>(() => ({ name: this.name(), topic: this.topic() }));
  private readonly faults = computed(() => contractFaults(UpdateRoomRequest, this.request()).errors);
  protected readonly errors = computed(() =>
    fieldSentences({ errors: [...this.faults(), ...(this.saving.error()?.errors ?? [])] }, this.labels),
  );
  /** What the server says that belongs to no field. */
  protected readonly problem = computed(() => {
    const refusal = this.saving.error();
    return refusal && Object.keys(fieldSentences(refusal, this.labels)).length === 0 ? errorSentence(refusal) : '';
  });

  protected type(typed: Typed): void {
    this.typed.update((before) => ({ ...before, ...typed }));
  }

  protected save(): void {
    if (this.faults().length === 0) this.saving.submit(this.request());
  }
}
