import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Failures } from '../core/failures';
import { PageReload } from '../core/page-reload';
import { ConnectionStore } from '../realtime/connection-store';
import { Notice } from '../ui/notice';
import { ClientUpdate } from './client-update';
import { MemoryNotice } from './memory-notice';

/** A new version that can be taken; what went wrong, with its details to pass on; a browser that keeps nothing. */
@Component({
  selector: 'parley-notice-cards',
  imports: [MatButton, Notice],
  templateUrl: './notice-cards.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeCards {
  protected readonly update = inject(ClientUpdate);
  protected readonly failures = inject(Failures);
  protected readonly reload = inject(PageReload);
  protected readonly memory = inject(MemoryNotice);
  private readonly clipboard = inject(Clipboard);
  private readonly connection = inject(ConnectionStore);

  /** Where the server speaks a newer protocol, the banner offers the new version already. */
  protected readonly offersUpdate = computed(() => this.update.isReady() && this.connection.state() !== 'updating');

  protected readonly isMissing = computed(() => this.failures.current()?.kind === 'missing');
  /** Whether the details of the present failure have been copied. */
  protected readonly isCopied = linkedSignal({ source: this.failures.current, computation: () => false });

  protected copy(): void {
    const where = `${location.pathname} ${navigator.userAgent}`;
    const detail = this.failures.current()?.detail ?? '';
    this.isCopied.set(this.clipboard.copy([new Date().toISOString(), where, detail].join('\n')));
  }
}
