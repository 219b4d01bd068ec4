import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../../core/dialogs';
import { fetchAhead } from '../../core/fetch-ahead';
import type { Command } from '../../rooms/find/command';

const load = () => import('./switcher').then((m) => m.Switcher);

/** Opens the switcher; its code is fetched ahead, so that the first use waits for nothing, and works without a connection. */
@Injectable({ providedIn: 'root' })
export class OpenSwitcher {
  private readonly dialogs = inject(Dialogs);
  private isOpen = false;

  constructor() {
    fetchAhead(load);
  }

  /** Opens it, over what is open, and runs what was chosen to be done once it is closed. */
  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    void this.dialogs
      .open<Command>(load, {
        ariaLabel: $localize`:@@jumpTo:Jump to`,
        panelClass: 'switcher-pane',
        position: { top: 'var(--switcher-top)' },
        width: '600px',
        maxWidth: 'calc(100vw - 16px)',
        autoFocus: 'input',
      })
      .then((command) => this.follow(command))
      .finally(() => (this.isOpen = false));
  }

  private follow(command: Command | undefined): void {
    if (!command) return;
    this.dialogs.closeAll();
    command.run();
  }
}
