import { inject, Injectable } from '@angular/core';
import { Account } from '#shared';
import { map, type Observable } from 'rxjs';
import { LocalStore } from '../core/local/local-store';

/** The place of the device itself, which belongs to nobody. */
const DEVICE = '';

/** Remembers on this device who is signed in, so that Parley opens before the server has answered, and when it does not. */
@Injectable({ providedIn: 'root' })
export class AccountMemory {
  private readonly local = inject(LocalStore);

  /** Who was signed in last; null where nobody was, or has left since. */
  recall(): Observable<Account | null> {
    return this.local.read('account', DEVICE).pipe(map((records) => Account.safeParse(records.get('me')).data ?? null));
  }

  /** Remembers an account. What was kept here of the conversations of somebody else goes. */
  keep(account: Account): void {
    const { id } = account.user;
    void this.local.write('account', DEVICE, new Map([['me', account]]));
    this.local.read('account', DEVICE).subscribe((records) => {
      if (records.get('last') === id) return;
      if (records.has('last')) void this.local.clearCaches();
      void this.local.write('account', DEVICE, new Map([['last', id]]));
    });
  }

  /** Nobody is signed in any more. */
  forget(): void {
    void this.local.write('account', DEVICE, new Map([['me', undefined]]));
  }

  /** Takes away everything that is kept here of one person. */
  erase(userId: string): void {
    void this.local.clear(userId);
  }
}
