import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, defer, EMPTY, from, fromEvent, merge, switchMap, type Observable } from 'rxjs';

/**
 * What the browser says to notifications. `insecure`: this address is not served over HTTPS, and browsers then have none;
 * `unsupported`: this browser has none.
 */
export type Permission = 'default' | 'granted' | 'denied' | 'insecure' | 'unsupported';

/** Whether notifications may be shown here; follows what is changed in the browser's own settings. */
@Injectable({ providedIn: 'root' })
export class NotificationPermission {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView;
  private readonly current = signal<Permission>(this.read());

  readonly state = this.current.asReadonly();

  constructor() {
    const looks$ = merge(
      fromEvent(this.document, 'visibilitychange'),
      this.window ? fromEvent(this.window, 'focus') : EMPTY,
    );
    merge(this.changes(), looks$)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.check());
  }

  /** Lets the browser ask. Only ever from a click: a page that asks by itself is blocked, and rightly. */
  async ask(): Promise<Permission> {
    if (this.current() === 'default') await this.window?.Notification.requestPermission();
    return this.check();
  }

  /** Looks again. */
  check(): Permission {
    this.current.set(this.read());
    return this.current();
  }

  private read(): Permission {
    if (!this.window?.isSecureContext) return 'insecure';
    return 'Notification' in this.window ? this.window.Notification.permission : 'unsupported';
  }

  /** Not every browser can be asked; those that cannot are looked at again when the page is. */
  private changes(): Observable<unknown> {
    const permissions = this.window?.navigator.permissions;
    if (!permissions) return EMPTY;
    return defer(() => from(permissions.query({ name: 'notifications' }))).pipe(
      switchMap((status) => fromEvent(status, 'change')),
      catchError(() => EMPTY),
    );
  }
}
