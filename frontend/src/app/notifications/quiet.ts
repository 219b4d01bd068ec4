import { computed, inject, Injectable } from '@angular/core';
import { Today } from '../rooms/today';
import type { QuietChoice } from './quiet-choices';
import { quietLabel } from './quiet-label';
import { quietEnd, withoutQuiet } from './quiet-time';
import { NotificationSettingsStore } from './settings-store';

/** Whether this device leaves its reader in peace, and the ways into that and out of it. */
@Injectable({ providedIn: 'root' })
export class Quiet {
  private readonly store = inject(NotificationSettingsStore);
  private readonly minute = inject(Today).minute;

  /** When the quiet that holds now ends; null while there is none. */
  readonly end = computed(() => quietEnd(this.minute(), this.store.settings().quiet));
  readonly isOn = computed(() => this.end() !== null);
  /** Says that it is quiet and until when; empty while it is not. */
  readonly label = computed(() => {
    const end = this.end();
    return end ? quietLabel(end, this.minute()) : '';
  });

  turnOn(choice: QuietChoice): void {
    this.store.changeQuiet({ until: choice.until(new Date()) });
  }

  turnOff(): void {
    this.store.changeQuiet(withoutQuiet(new Date(), this.store.settings().quiet));
  }
}
