import { inject, Injectable, Injector } from '@angular/core';
import type { MatSnackBar } from '@angular/material/snack-bar';
import { firstValueFrom } from 'rxjs';
import { fetchAhead } from './fetch-ahead';

export interface SnackBarOptions {
  /** What can be done about it, on a button. */
  readonly action?: string;
  /** How long it stays; without a time until it is closed. */
  readonly forMs?: number;
}

const loadMatSnackBar = () => import('./material/mat-snack-bar');

/** Says things at the foot of the window. Its code is fetched ahead of its first use: much of what it says is of a lost network. */
@Injectable({ providedIn: 'root' })
export class SnackBar {
  private readonly injector = inject(Injector);
  private bar: MatSnackBar | null = null;

  constructor() {
    fetchAhead(loadMatSnackBar);
  }

  /** Resolves, once it is gone, to whether its action was taken. */
  async say(text: string, { action, forMs }: SnackBarOptions = {}): Promise<boolean> {
    const { MatSnackBar } = await loadMatSnackBar();
    this.bar = this.injector.get(MatSnackBar);
    const said = this.bar.open(text, action, forMs === undefined ? {} : { duration: forMs });
    return (await firstValueFrom(said.afterDismissed())).dismissedByAction;
  }

  dismiss(): void {
    this.bar?.dismiss();
  }
}
