import { inject, Injectable, Injector, type Type } from '@angular/core';
import type { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { fetchAhead } from './fetch-ahead';

/** How long a dialog takes to come, and to go. */
const MOTION = { enterAnimationDuration: '220ms', exitAnimationDuration: '120ms' };

const loadMatDialog = () => import('./material/mat-dialog');

/** Opens dialogs. Their code, and that of the frame around them, is fetched when it is first asked for, or ahead of that. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private isFetching = false;
  private frame: MatDialog | null = null;

  constructor() {
    fetchAhead(loadMatDialog);
  }

  /** Resolves to what the dialog is closed with. While the code of one is on its way, no other is opened. */
  async open<R, D = unknown>(
    load: () => Promise<Type<unknown>>,
    config: Partial<MatDialogConfig<D>> = {},
  ): Promise<R | undefined> {
    if (this.isFetching) return undefined;
    this.isFetching = true;
    const fetched = Promise.all([loadMatDialog(), load()]).finally(() => (this.isFetching = false));
    const [{ MatDialog }, content] = await fetched;
    this.frame = this.injector.get(MatDialog);
    const opened = this.frame.open<unknown, D, R>(content, { ...MOTION, ...config });
    return firstValueFrom(opened.afterClosed(), { defaultValue: undefined });
  }

  /** Closes all that are open, as Escape does. */
  closeAll(): void {
    this.frame?.closeAll();
  }
}
