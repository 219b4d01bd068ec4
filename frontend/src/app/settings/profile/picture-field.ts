import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';
import { submission } from '../../core/submission';
import { Avatar } from '../../ui/avatar';
import { Icon } from '../../ui/icon';
import { CropDialog } from './crop-dialog';
import { pictureAmong, readPicture } from './picture-file';

/** The reader's face: a picture is chosen, dropped on it or pasted, cropped, or taken away. */
@Component({
  selector: 'parley-picture-field',
  imports: [Avatar, Icon, MatButton],
  templateUrl: './picture-field.html',
  styleUrl: './picture-field.css',
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'over($event)',
    '(dragleave)': 'isOver.set(false)',
    '(drop)': 'drop($event)',
    '(document:paste)': 'paste($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PictureField {
  private readonly session = inject(SessionStore);
  private readonly dialog = inject(MatDialog);

  protected readonly user = this.session.user;
  protected readonly isOver = signal(false);
  protected readonly problem = signal('');
  /** What has just been done, for whoever does not see it. */
  protected readonly news = signal('');

  protected readonly removing = submission({
    send: () => this.session.removePicture(),
    done: () => this.news.set($localize`:@@pictureRemoved:Your picture is removed.`),
    failed: (error) => this.problem.set(errorSentence(error)),
  });

  protected chosen(field: HTMLInputElement): void {
    const [file] = field.files ?? [];
    if (file) void this.open(file);
    // The same file can be chosen again.
    field.value = '';
  }

  protected over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.open(file);
  }

  protected paste(event: ClipboardEvent): void {
    const file = pictureAmong(event.clipboardData?.files);
    if (!file || this.dialog.openDialogs.length > 0) return;
    event.preventDefault();
    void this.open(file);
  }

  protected remove(): void {
    this.clear();
    this.removing.submit(null);
  }

  private async open(file: File): Promise<void> {
    this.clear();
    const picture = await readPicture(file);
    if (!picture) {
      this.problem.set(
        $localize`:@@noPicture:This file is no picture that the browser can read. Take a PNG, JPEG or WebP.`,
      );
      return;
    }
    const isSaved = await this.crop(picture);
    picture.close();
    if (isSaved) this.news.set($localize`:@@pictureSaved:Your new picture is saved.`);
  }

  private crop(picture: ImageBitmap): Promise<boolean | undefined> {
    const opened = this.dialog.open<CropDialog, ImageBitmap, boolean>(CropDialog, {
      data: picture,
      autoFocus: 'canvas',
    });
    return firstValueFrom(opened.afterClosed(), { defaultValue: undefined });
  }

  private clear(): void {
    this.problem.set('');
    this.news.set('');
  }
}
