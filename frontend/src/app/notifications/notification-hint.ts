import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ChatStore } from '../rooms/store/chat-store';
import { Icon } from '../ui/icon';
import { isKnownHere } from './known-here';
import { NotificationPermission } from './permission';
import { NotificationSettingsStore } from './settings-store';

/** Says once that notifications can be had here. Never to a newcomer, nor where the browser would not ask. */
@Component({
  selector: 'parley-notification-hint',
  imports: [Icon, MatButton],
  template: `
    @if (isShown()) {
      <div class="hint" role="group" i18n-aria-label="@@notificationHint" aria-label="About notifications">
        <parley-icon name="bell" [size]="20" />
        <p class="grow" i18n="@@notificationHintText">Hear about new messages while you are elsewhere.</p>
        <button matButton="text" type="button" (click)="turnOn()" i18n="@@turnOn">Turn on</button>
        <button
          class="icon-btn"
          type="button"
          i18n-aria-label="@@dismissHint"
          aria-label="Do not show this again"
          (click)="dismiss()"
        >
          <parley-icon name="close" [size]="20" />
        </button>
      </div>
    }
  `,
  styles: `
    .hint {
      display: flex;
      align-items: center;
      gap: var(--s-half);
      margin: 0 var(--s2) var(--s1h);
      padding: var(--s-half) var(--s-half) var(--s-half) var(--s1h);
      border-radius: var(--r-m);
      background: var(--field);
      color: var(--accent-ink);
    }

    p {
      padding: var(--s-half) var(--s-half) var(--s-half) var(--s1);
      font-size: var(--fs-s);
      line-height: 20px;
      color: var(--ink);
    }

    button {
      flex: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotificationHint {
  private readonly store = inject(NotificationSettingsStore);
  private readonly permission = inject(NotificationPermission);
  private readonly chat = inject(ChatStore);

  /** Found out once, so that nothing moves while somebody reads. */
  private readonly isKnown = isKnownHere(this.store, new Date());

  protected readonly isShown = computed(
    () =>
      this.isKnown &&
      this.permission.state() === 'default' &&
      !this.store.settings().hintDismissed &&
      this.chat.rooms().length > 0,
  );

  /** Asked once, whatever the answer; the settings have the same button. */
  protected async turnOn(): Promise<void> {
    await this.permission.ask();
    this.dismiss();
  }

  protected dismiss(): void {
    this.store.change({ hintDismissed: true });
  }
}
