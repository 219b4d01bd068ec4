import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../core/dialogs';
import { fetchAhead } from '../../core/fetch-ahead';
import type { Command } from '../../rooms/find/command';

const load = () => import('./switcher').then((m) => m.Switcher);

/** Opens the switcher; its code is fetched ahead, so that the first use waits for nothing, and works without a connection. */
@Injectable({ providedIn: 'root' })
export class OpenSwitcher {
  private readonly dialogs = inject(Dialogs);

  constructor() {
    fetchAhead(load);
  }

  /** Opens it, and runs what was chosen to be done once it is closed. */
  open(): void {
    void this.dialogs
      .open<Command>(load, {
        ariaLabel: $localize`:@@jumpTo:Jump to`,
        panelClass: 'switcher-pane',
        position: { top: 'var(--switcher-top)' },
        width: '600px',
        maxWidth: 'calc(100vw - 16px)',
        autoFocus: 'input',
      })
      .then((command) => command?.run());
  }
}
