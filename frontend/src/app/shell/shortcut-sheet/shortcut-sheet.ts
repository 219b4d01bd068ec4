import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { ShortcutKeys } from '../../core/shortcut-keys';
import { ShortcutList } from '../../ui/shortcut-list';

/** All that the keyboard does, on one sheet. */
@Component({
  selector: 'parley-shortcut-sheet',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, ShortcutList],
  template: `
    <h2 mat-dialog-title id="sheet-title" i18n="@@keySheetTitle">Keyboard shortcuts</h2>
    <!-- Longer than a low window, and without a control of its own: the keyboard scrolls it once it has the focus. -->
    <mat-dialog-content tabindex="0" role="region" aria-labelledby="sheet-title">
      <parley-shortcut-list [groups]="groups" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" mat-dialog-close i18n="@@close">Close</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutSheet {
  protected readonly groups = inject(ShortcutKeys).groups();
}
