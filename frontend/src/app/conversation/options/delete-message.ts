import { inject, Injectable } from '@angular/core';
import type { Message } from '#shared';
import { Dialogs } from '../../core/dialogs';
import { errorSentence } from '../../core/error-text';
import { SnackBar } from '../../core/snack-bar';
import { RoomsApi } from '../../rooms/store/rooms-api';

const TOLD_FOR_MS = 12_000;

/** Deletes a message for everyone, once its reader has said so. The tombstone comes back as an event. */
@Injectable({ providedIn: 'root' })
export class DeleteMessage {
  private readonly api = inject(RoomsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snackBar = inject(SnackBar);

  /** Asks first. */
  ask(message: Message): void {
    const load = () => import('./delete-message-dialog').then((m) => m.DeleteMessageDialog);
    void this.dialogs
      .open<boolean>(load, { data: message, width: '420px' })
      .then((isMeant) => isMeant && this.delete(message));
  }

  private delete(message: Message): void {
    this.api.deleteMessage(message.roomId, message.id).subscribe({
      error: (error: unknown) => {
        const reason = errorSentence(error);
        void this.snackBar
          .say($localize`:@@messageStillThere:The message is still there. ${reason}:reason:`, {
            action: $localize`:@@tryAgain:Try again`,
            forMs: TOLD_FOR_MS,
          })
          .then((isTriedAgain) => isTriedAgain && this.delete(message));
      },
    });
  }
}
