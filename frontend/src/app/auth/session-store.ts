import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  Account,
  CurrentSession,
  type LoginRequest,
  type RegisterRequest,
  type UpdateAccountRequest,
  type User,
} from '#shared';
import {
  catchError,
  defer,
  filter,
  finalize,
  map,
  merge,
  type Observable,
  of,
  retry,
  share,
  skip,
  take,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { ApiClient, NoContent } from '../core/api-client';
import { ApiError } from '../core/api-error';
import { SessionEnd } from '../core/session-end';
import { retryDelay } from '../realtime/backoff';
import { NETWORK, WAKE_UP } from '../realtime/wake-up';
import { AccountMemory } from './account-memory';

export type SessionStatus = 'unknown' | 'signed-in' | 'signed-out';
/** Why nobody is signed in: they never were, they left, or the server ended the session. */
export type SignedOutReason = 'never' | 'left' | 'ended';

type Session =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-in'; readonly account: Account }
  | { readonly status: 'signed-out'; readonly reason: SignedOutReason };

/**
 * Who is signed in here. Every change of that passes through this store. Whoever was signed in last on this device is so
 * again at once, before the server has answered; it has the last word.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(ApiClient);
  private readonly memory = inject(AccountMemory);
  private readonly destroyed = inject(DestroyRef);
  private readonly hasNetwork$ = inject(NETWORK);
  private readonly wakeUp$ = inject(WAKE_UP);
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
  /** True while the server does not answer the question who is signed in, and this device does not know it either. */
  readonly unreachable = computed(() => this.unreachableNow() && this.status() === 'unknown');

  /** Asks the server, until it has answered. */
  private readonly asking$ = defer(() => this.api.get('/auth/session', CurrentSession)).pipe(
    tap(({ account }) => this.hear(account)),
    retry({ delay: (_, attempt) => this.waitForServer(attempt) }),
    tap(() => this.unreachableNow.set(false)),
    share(),
  );
  /** Remembers who was signed in last, unless the server has answered meanwhile. */
  private readonly remembering$ = defer(() => this.memory.recall()).pipe(
    tap((account) => {
      if (account && this.status() === 'unknown') this.session.set({ status: 'signed-in', account });
    }),
  );

  constructor() {
    inject(SessionEnd)
      .announced$.pipe(takeUntilDestroyed())
      .subscribe(() => this.ended());
  }

  /** Finds out who is signed in, once; while the server cannot be reached, it keeps asking. */
  load(): Observable<SessionStatus> {
    return defer(() => {
      if (this.status() !== 'unknown') return of(this.status());
      this.ask();
      return merge(this.asking$, this.remembering$).pipe(
        map(() => this.status()),
        filter((status) => status !== 'unknown'),
        take(1),
      );
    });
  }

  /** Asks the server who is signed in: what this device believes may no longer be so. */
  ask(): void {
    this.asking$.pipe(takeUntilDestroyed(this.destroyed)).subscribe();
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
      map(() => this.become({ status: 'signed-out', reason: 'left' })),
      finalize(() => (this.isLeaving = false)),
    );
  }

  /** @throws ApiError `validation_failed` with the fields that are not well */
  update(request: UpdateAccountRequest): Observable<Account> {
    return this.api.patch('/me', request, Account).pipe(tap((account) => this.renew(account)));
  }

  /** Gives the account this picture. @throws ApiError `payload_too_large`, `validation_failed` for what is none */
  setPicture(picture: Blob): Observable<Account> {
    return this.api.put('/me/avatar', picture, Account).pipe(tap((account) => this.renew(account)));
  }

  removePicture(): Observable<Account> {
    return this.api.delete('/me/avatar', Account).pipe(tap((account) => this.renew(account)));
  }

  /** Takes in news of the account of whoever is signed in. */
  renew(account: Account): void {
    if (this.user()?.id === account.user.id) this.become({ status: 'signed-in', account });
  }

  /** The server no longer knows this session. Says nothing new to somebody who is not signed in, or is leaving. */
  ended(): void {
    if (this.status() !== 'signed-in' || this.isLeaving) return;
    this.become({ status: 'signed-out', reason: 'ended' });
  }

  /** Of whoever leaves nothing stays on the device; of whom the server has put out, what they may come back for. */
  private become(session: Exclude<Session, { status: 'unknown' }>): void {
    const before = this.user();
    this.session.set(session);
    if (session.status === 'signed-in') this.memory.keep(session.account);
    else this.memory.forget();
    if (session.status === 'signed-out' && session.reason === 'left' && before) this.memory.erase(before.id);
  }

  private enter(path: string, request: LoginRequest | RegisterRequest): Observable<User> {
    return this.api.post(path, request, Account).pipe(
      tap((account) => this.become({ status: 'signed-in', account })),
      map(({ user }) => user),
    );
  }

  /** Takes the server's word for whose session this is. */
  private hear(account: Account | null): void {
    if (account) this.become({ status: 'signed-in', account });
    else if (this.status() === 'unknown') this.become({ status: 'signed-out', reason: 'never' });
    else this.ended();
  }

  private waitForServer(attempt: number): Observable<unknown> {
    this.unreachableNow.set(true);
    const networkIsBack$ = this.hasNetwork$.pipe(skip(1), filter(Boolean));
    return merge(timer(retryDelay(attempt)), this.wakeUp$, networkIsBack$).pipe(take(1));
  }
}
