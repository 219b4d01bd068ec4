import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Settings } from '#shared';
import { catchError, concatMap, EMPTY, type Observable, Subject, tap } from 'rxjs';
import { SessionStore } from '../../auth/session-store';
import { errorSentence } from '../../core/error-text';

type Change = Partial<Settings>;

/**
 * What the reader lets others see. A change shows at once and is told to the server in order; one that is refused is taken
 * back, and `problem` says why.
 */
@Injectable({ providedIn: 'root' })
export class PrivacyStore {
  private readonly session = inject(SessionStore);
  private readonly changes = new Subject<Change>();
  private readonly onTheWay = signal<readonly Change[]>([]);
  private readonly refusal = signal('');

  /** As it will be once the server has said yes to everything; null while nobody is signed in. */
  readonly settings = computed<Settings | null>(() => {
    const account = this.session.account();
    return (
      account && this.onTheWay().reduce<Settings>((settings, change) => ({ ...settings, ...change }), account.settings)
    );
  });
  /** Why the last change was taken back; empty where none was. */
  readonly problem = this.refusal.asReadonly();

  constructor() {
    this.changes
      .pipe(
        concatMap((change) => this.tell(change)),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  change(change: Change): void {
    this.refusal.set('');
    this.onTheWay.update((all) => [...all, change]);
    this.changes.next(change);
  }

  private tell(change: Change): Observable<unknown> {
    const settle = () => this.onTheWay.update((all) => all.filter((other) => other !== change));
    return this.session.update({ settings: change }).pipe(
      tap(settle),
      catchError((error: unknown) => {
        settle();
        this.refusal.set($localize`:@@privacyNotSaved:Nothing was changed. ${errorSentence(error)}:reason:`);
        return EMPTY;
      }),
    );
  }
}
