import { inject, Injectable } from '@angular/core';
import type { Message } from '#shared';
import { Dialogs } from '../../core/dialogs';

/** Opens who has read and received an own message; the code for it is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class MessageInfo {
  private readonly dialogs = inject(Dialogs);

  open(message: Message): void {
    void this.dialogs.open(() => import('./message-info-dialog').then((m) => m.MessageInfoDialog), {
      data: message,
      width: '420px',
      autoFocus: 'dialog',
    });
  }
}
