import { computed, DOCUMENT, inject, Injectable, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent } from 'rxjs';
import { type DevicePreferences, PREFERENCES_KEY, readPreferences, writePreferences } from './device-preferences';

/** How this browser likes Parley: kept on the device, the same in all of its tabs. */
@Injectable({ providedIn: 'root' })
export class PreferencesStore {
  private readonly held = signal<DevicePreferences>(readPreferences());

  readonly all = this.held.asReadonly();
  readonly theme = this.of('theme');
  readonly density = this.of('density');
  readonly textSize = this.of('textSize');
  readonly language = this.of('language');
  readonly sendsWith = this.of('sendsWith');

  constructor() {
    const view = inject(DOCUMENT).defaultView ?? window;
    fromEvent<StorageEvent>(view, 'storage')
      .pipe(
        // A cleared storage has no key.
        filter(({ key }) => key === PREFERENCES_KEY || key === null),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.held.set(readPreferences()));
  }

  /** Keeps what is given, here and in the other tabs; all else stays. */
  set(change: Partial<DevicePreferences>): void {
    const preferences = { ...this.held(), ...change };
    writePreferences(preferences);
    this.held.set(preferences);
  }

  private of<K extends keyof DevicePreferences>(key: K): Signal<DevicePreferences[K]> {
    return computed(() => this.held()[key]);
  }
}
