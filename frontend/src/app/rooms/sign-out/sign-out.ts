import { computed, inject, Injectable } from '@angular/core';
import { defer, filter, switchMap, type Observable } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { Dialogs } from '../../core/dialogs';
import { Drafts } from '../drafts/drafts';
import { Outbox } from '../outbox/outbox';
import type { KeptHere } from './sign-out-dialog';

/** The way out. Whoever leaves takes nothing along: what is kept on this device goes, and what nobody else has is asked for. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(SessionStore);
  private readonly outbox = inject(Outbox);
  private readonly drafts = inject(Drafts);
  private readonly dialogs = inject(Dialogs);

  private readonly kept = computed<KeptHere>(() => ({
    messages: this.outbox.entries().filter(({ state }) => state !== 'stored').length,
    drafts: this.drafts.unfinished(),
  }));

  /** Signs out, and emits when that is done; completes without a word where the person would rather stay. */
  run(): Observable<void> {
    return defer(() => this.isAgreed()).pipe(
      filter(Boolean),
      switchMap(() => this.session.signOut()),
    );
  }

  private async isAgreed(): Promise<boolean> {
    const kept = this.kept();
    if (kept.messages + kept.drafts === 0) return true;
    const load = () => import('./sign-out-dialog').then((m) => m.SignOutDialog);
    return (await this.dialogs.open<boolean>(load, { width: '480px', data: kept })) ?? false;
  }
}
