import { computed, inject, Injectable, signal } from '@angular/core';
import { LocalStore } from '../core/local/local-store';

/** Says once, honestly, that this browser keeps nothing for us. */
@Injectable({ providedIn: 'root' })
export class MemoryNotice {
  private readonly local = inject(LocalStore);
  private readonly isUnderstood = signal(false);

  readonly isUp = computed(() => !this.local.isKeeping() && !this.isUnderstood());

  understood(): void {
    this.isUnderstood.set(true);
  }
}
