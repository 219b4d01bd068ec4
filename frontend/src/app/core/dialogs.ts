import { inject, Injectable, Injector, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { fetchAhead } from './fetch-ahead';

const loadMatDialog = () => import('./material/mat-dialog');

/** Opens dialogs. Their code, and that of the frame around them, is fetched when it is first asked for, or ahead of that. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private isFetching = false;

  constructor() {
    fetchAhead(loadMatDialog);
  }

  /** Resolves to what the dialog is closed with. While the code of one is on its way, no other is opened. */
  async open<R, D = unknown>(
    load: () => Promise<Type<unknown>>,
    config: MatDialogConfig<D> = {},
  ): Promise<R | undefined> {
    if (this.isFetching) return undefined;
    this.isFetching = true;
    const fetched = Promise.all([loadMatDialog(), load()]).finally(() => (this.isFetching = false));
    const [{ MatDialog }, content] = await fetched;
    const opened = this.injector.get(MatDialog).open<unknown, D, R>(content, config);
    return firstValueFrom(opened.afterClosed(), { defaultValue: undefined });
  }
}
