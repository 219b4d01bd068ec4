import { computed, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '../auth/session-store';
import { LocalStore } from '../core/local/local-store';

/** Says once, honestly, that this browser keeps nothing for whoever is signed in. */
@Injectable({ providedIn: 'root' })
export class MemoryNotice {
  private readonly session = inject(SessionStore);
  private readonly local = inject(LocalStore);
  private readonly isUnderstood = signal(false);

  readonly isUp = computed(() => this.session.user() !== null && !this.local.isKeeping() && !this.isUnderstood());

  understood(): void {
    this.isUnderstood.set(true);
  }
}
