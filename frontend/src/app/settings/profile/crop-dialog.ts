import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { defer, switchMap } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';
import { submission } from '../../core/submission';
import { Icon } from '../../ui/icon';
import { MOST_ZOOM, wholeOf, zoomed } from './crop';
import { CropArea } from './crop-area';
import { finished } from './picture-file';

/** Chooses the part of a picture that becomes the reader's face, and sends it. Stays open until it is stored. */
@Component({
  selector: 'parley-crop-dialog',
  imports: [CropArea, Icon, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './crop-dialog.html',
  styleUrl: './crop-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CropDialog {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject<MatDialogRef<CropDialog, boolean>>(MatDialogRef);

  protected readonly picture = inject<ImageBitmap>(MAT_DIALOG_DATA);
  protected readonly crop = signal(wholeOf(this.picture));
  protected readonly mostZoom = MOST_ZOOM;
  protected readonly errorSentence = errorSentence;

  protected readonly saving = submission({
    send: () =>
      defer(() => finished(this.picture, this.crop())).pipe(switchMap((picture) => this.session.setPicture(picture))),
    done: () => this.dialog.close(true),
  });

  protected zoom(value: string): void {
    this.crop.update((crop) => zoomed(this.picture, crop, Number(value)));
  }
}
