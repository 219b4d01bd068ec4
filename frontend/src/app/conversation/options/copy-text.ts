import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Injectable } from '@angular/core';
import { SnackBar } from '../../core/snack-bar';

const TOLD_FOR_MS = 2_500;

/** Copies what somebody wrote, and says that it has. */
@Injectable({ providedIn: 'root' })
export class CopyText {
  private readonly clipboard = inject(Clipboard);
  private readonly snackBar = inject(SnackBar);

  copy(text: string): void {
    const isCopied = this.clipboard.copy(text);
    const told = isCopied
      ? $localize`:@@textCopied:Text copied.`
      : $localize`:@@copyRefused:The browser did not let this be copied. Select the text and copy it by hand.`;
    void this.snackBar.say(told, { forMs: isCopied ? TOLD_FOR_MS : 3 * TOLD_FOR_MS });
  }
}
