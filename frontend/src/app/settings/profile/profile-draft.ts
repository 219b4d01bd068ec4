import { computed, inject, Injectable, signal } from '@angular/core';
import type { UpdateAccountRequest } from '#shared';
import { SessionStore } from '../../auth/session-store';

/** What the reader says of themselves, as the form writes it. */
export interface Profile {
  readonly displayName: string;
  readonly about: string;
}

/**
 * What the reader has changed about the own profile and not saved. It lives as long as the page, so that a session that ends
 * takes nothing with it; nobody else who signs in here sees it.
 */
@Injectable({ providedIn: 'root' })
export class ProfileDraft {
  private readonly user = inject(SessionStore).user;
  private readonly edits = signal<{ readonly userId: string; readonly fields: Partial<Profile> } | null>(null);

  private readonly stored = computed<Profile>(() => {
    const user = this.user();
    return { displayName: user?.displayName ?? '', about: user?.about ?? '' };
  });
  private readonly own = computed<Partial<Profile>>(() => {
    const edits = this.edits();
    return edits && edits.userId === this.user()?.id ? edits.fields : {};
  });

  /** The form's fields: what was edited, and else what is stored, also when that changes elsewhere. */
  readonly profile = computed<Profile>(() => ({ ...this.stored(), ...this.own() }));
  /** The edited fields that differ from what is stored, as a request. */
  readonly changes = computed<UpdateAccountRequest>(() => {
    const stored = this.stored();
    return Object.fromEntries(
      Object.entries(this.own()).filter(([field, value]) => value.trim() !== stored[field as keyof Profile]),
    );
  });
  readonly isChanged = computed(() => Object.keys(this.changes()).length > 0);

  edit(fields: Partial<Profile>): void {
    const userId = this.user()?.id;
    if (userId) this.edits.set({ userId, fields: { ...this.own(), ...fields } });
  }

  discard(): void {
    this.edits.set(null);
  }
}
