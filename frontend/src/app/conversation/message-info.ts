import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Message } from '#shared';

/** Opens who has read and received an own message; the code for it is loaded when it is first asked for. */
@Injectable({ providedIn: 'root' })
export class MessageInfo {
  private readonly dialog = inject(MatDialog);

  open(message: Message): void {
    void import('./message-info-dialog').then(({ MessageInfoDialog }) =>
      this.dialog.open(MessageInfoDialog, { data: message, width: '420px', autoFocus: 'dialog' }),
    );
  }
}
