import { computed, inject, Injectable } from '@angular/core';
import type { NotificationSettings, QuietRules, Sound } from '../core/notification-settings';
import { PreferencesStore } from '../core/preferences-store';

/** How this device tells of messages: a part of what it prefers. */
@Injectable({ providedIn: 'root' })
export class NotificationSettingsStore {
  private readonly preferences = inject(PreferencesStore);

  readonly settings = computed<NotificationSettings>(() => this.preferences.all().notifications);

  change(news: Partial<NotificationSettings>): void {
    this.preferences.set({ notifications: { ...this.settings(), ...news } });
  }

  changeQuiet(news: Partial<QuietRules>): void {
    this.change({ quiet: { ...this.settings().quiet, ...news } });
  }

  changeSound(news: Partial<Sound>): void {
    this.change({ sound: { ...this.settings().sound, ...news } });
  }
}
