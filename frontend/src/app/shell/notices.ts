import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Failures } from '../core/failures';
import { fetchAhead } from '../core/fetch-ahead';
import { ClientUpdate } from './client-update';
import { MemoryNotice } from './memory-notice';
import { NoticeCards } from './notice-cards';

/** The place for what concerns the whole page: a new version of it, what went wrong in it, and what it cannot do here. */
@Component({
  selector: 'parley-notices',
  imports: [NoticeCards],
  template: `
    @defer (when hasNews()) {
      <parley-notice-cards />
    } @error {
      <p i18n="@@partMissing">A part of Parley could not be loaded. Check your connection, then reload.</p>
    }
  `,
  styles: `
    :host {
      position: fixed;
      bottom: var(--s2);
      left: calc(var(--rail) + var(--s2));
      z-index: 20;
      width: calc(var(--list) - 2 * var(--s2));
    }

    p {
      padding: var(--s2);
      border-radius: var(--r-m);
      background: var(--floating);
      box-shadow: var(--e2);
    }

    @media (max-width: 719px) {
      :host {
        right: var(--s1);
        bottom: calc(72px + env(safe-area-inset-bottom));
        left: var(--s1);
        width: auto;
      }
    }
  `,
  // There from the start, so that what appears in it is read out.
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notices {
  private readonly update = inject(ClientUpdate);
  private readonly failures = inject(Failures);
  private readonly memory = inject(MemoryNotice);

  protected readonly hasNews = computed(
    () => this.update.isReady() || this.failures.current() !== null || this.memory.isUp(),
  );

  constructor() {
    fetchAhead(() => import('./notice-cards'));
  }
}
