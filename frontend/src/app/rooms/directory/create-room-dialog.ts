import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { CreateRoomRequest, type FieldError } from '#shared';
import { contractFaults } from '../../core/conforms';
import { errorSentence, fieldSentences } from '../../core/error-text';
import { submission } from '../../core/submission';
import { TextField } from '../../ui/text-field';
import { TextInput } from '../../ui/text-input';
import { enteringRoom } from './entering-room';
import { RoomsApi } from '../store/rooms-api';

const LABELS = { name: $localize`:@@roomName:Name`, topic: $localize`:@@roomTopic:Topic` };
type Field = keyof typeof LABELS;

/** Makes a room and opens it. */
@Component({
  selector: 'parley-create-room-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
    TextField,
    TextInput,
  ],
  templateUrl: './create-room-dialog.html',
  styleUrl: './create-room-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CreateRoomDialog {
  private readonly api = inject(RoomsApi);
  private readonly enter = enteringRoom();
  private readonly dialog = inject<MatDialogRef<CreateRoomDialog>>(MatDialogRef);

  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true }),
    kind: new FormControl<'public' | 'private'>('public', { nonNullable: true }),
    topic: new FormControl('', { nonNullable: true }),
  });
  private readonly tried = signal(false);

  protected readonly creating = submission({
    send: (request: CreateRoomRequest) => this.api.create(request),
    done: (room) => {
      this.dialog.close();
      this.enter(room);
    },
  });
  /** What the server says that belongs to no field. */
  protected readonly problem = computed(() => {
    const error = this.creating.error();
    const isAtField = error?.errors.some(({ path }) => path in LABELS) ?? false;
    return error && !isAtField ? errorSentence(error) : '';
  });

  /** What is wrong with a field: nothing before the first try, then what the contract or the server says of it. */
  protected errorOf(field: Field): string {
    if (!this.tried()) return '';
    const errors = [...this.faults(), ...(this.creating.error()?.errors ?? [])];
    return fieldSentences({ errors }, LABELS)[field] ?? '';
  }

  protected submit(): void {
    this.tried.set(true);
    if (this.faults().length === 0) this.creating.submit(this.request());
  }

  private request(): CreateRoomRequest {
    const { name, kind, topic } = this.form.getRawValue();
    return topic.trim() ? { name, kind, topic } : { name, kind };
  }

  private faults(): readonly FieldError[] {
    return contractFaults(CreateRoomRequest, this.request()).errors;
  }
}
