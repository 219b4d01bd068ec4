import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Account, type LoginRequest, type RegisterRequest, type UpdateAccountRequest, type User } from '#shared';
import { catchError, defer, finalize, map, type Observable, of, retry, share, tap, throwError, timer } from 'rxjs';
import { ApiClient, NoContent } from '../core/api-client';
import { ApiError } from '../core/api-error';
import { SessionEnd } from '../core/session-end';

export type SessionStatus = 'unknown' | 'signed-in' | 'signed-out';
/** Why nobody is signed in: they never were, they left, or the server ended the session. */
export type SignedOutReason = 'never' | 'left' | 'ended';

type Session =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-in'; readonly account: Account }
  | { readonly status: 'signed-out'; readonly reason: SignedOutReason };

const RETRY_MS = { first: 1_000, most: 15_000 };

/** Who is signed in here. Every change of that passes through this store. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(ApiClient);
  private readonly session = signal<Session>({ status: 'unknown' });
  private readonly unreachableNow = signal(false);
  /** The server tells the sockets of a session that it ends before it answers the request that ends it. */
  private isLeaving = false;

  readonly status = computed<SessionStatus>(() => this.session().status);
  readonly account = computed<Account | null>(() => {
    const session = this.session();
    return session.status === 'signed-in' ? session.account : null;
  });
  readonly user = computed<User | null>(() => this.account()?.user ?? null);
  readonly signedOutReason = computed<SignedOutReason | null>(() => {
    const session = this.session();
    return session.status === 'signed-out' ? session.reason : null;
  });
  /** True while the server does not answer the question who is signed in. */
  readonly unreachable = this.unreachableNow.asReadonly();

  private readonly loading$ = defer(() => this.api.get('/me', Account)).pipe(
    tap((account) => this.session.set({ status: 'signed-in', account })),
    catchError((error: unknown) => this.signedOutIfUnknown(error)),
    retry({ delay: (_, attempt) => this.waitForServer(attempt) }),
    tap(() => this.unreachableNow.set(false)),
    map(() => this.status()),
    share(),
  );

  constructor() {
    inject(SessionEnd)
      .announced$.pipe(takeUntilDestroyed())
      .subscribe(() => this.ended());
  }

  /** Finds out who is signed in, once; while the server cannot be reached, it keeps asking. */
  load(): Observable<SessionStatus> {
    return defer(() => (this.status() === 'unknown' ? this.loading$ : of(this.status())));
  }

  /** @throws ApiError `unauthenticated` where username and password do not fit */
  signIn(request: LoginRequest): Observable<User> {
    return this.enter('/auth/login', request);
  }

  /** @throws ApiError `conflict` for a taken username, `validation_failed` with the fields that are not well */
  register(request: RegisterRequest): Observable<User> {
    return this.enter('/auth/register', request);
  }

  /** Ends the session on the server and here. */
  signOut(): Observable<void> {
    return defer(() => {
      this.isLeaving = true;
      return this.api.post('/auth/logout', null, NoContent);
    }).pipe(
      catchError((error: unknown) => {
        const isGoneAlready = error instanceof ApiError && error.code === 'unauthenticated';
        return isGoneAlready ? of(null) : throwError(() => error);
      }),
      map(() => this.session.set({ status: 'signed-out', reason: 'left' })),
      finalize(() => (this.isLeaving = false)),
    );
  }

  /** @throws ApiError `validation_failed` with the fields that are not well */
  update(request: UpdateAccountRequest): Observable<Account> {
    return this.api.patch('/me', request, Account).pipe(tap((account) => this.renew(account)));
  }

  /** Takes in news of the account of whoever is signed in. */
  renew(account: Account): void {
    if (this.user()?.id === account.user.id) this.session.set({ status: 'signed-in', account });
  }

  /** The server no longer knows this session. Says nothing new to somebody who is not signed in, or is leaving. */
  ended(): void {
    if (this.status() !== 'signed-in' || this.isLeaving) return;
    this.session.set({ status: 'signed-out', reason: 'ended' });
  }

  private enter(path: string, request: LoginRequest | RegisterRequest): Observable<User> {
    return this.api.post(path, request, Account).pipe(
      tap((account) => this.session.set({ status: 'signed-in', account })),
      map(({ user }) => user),
    );
  }

  private signedOutIfUnknown(error: unknown): Observable<null> {
    if (!(error instanceof ApiError) || error.code !== 'unauthenticated') throw error;
    this.session.set({ status: 'signed-out', reason: 'never' });
    return of(null);
  }

  private waitForServer(attempt: number): Observable<number> {
    this.unreachableNow.set(true);
    return timer(Math.min(RETRY_MS.first * 2 ** (attempt - 1), RETRY_MS.most));
  }
}
