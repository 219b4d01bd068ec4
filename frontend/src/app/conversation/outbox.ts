import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import {
  catchError,
  concatMap,
  defer,
  EMPTY,
  filter,
  groupBy,
  mergeMap,
  of,
  retry,
  Subject,
  switchMap,
  take,
  tap,
  throwError,
  timer,
  type Observable,
} from 'rxjs';
import { SessionStore } from '../auth/session-store';
import { errorSentence } from '../core/error-text';
import { RealtimeClient } from '../realtime/realtime-client';
import { isTemporary } from '../realtime/refusal';
import type { OutboxEntry } from './outbox-entry';

const RETRY_MS = 1_000;

/**
 * What was sent here and is not known to be in the log yet. One message per room is on its way at a time, in
 * order; without a connection it waits, and goes out again under the same `clientId`. Emptied on sign-out.
 */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly client = inject(RealtimeClient);
  private readonly session = inject(SessionStore);
  private readonly queue = new Subject<OutboxEntry>();
  private readonly held = signal<readonly OutboxEntry[]>([]);

  /** Oldest first, over all rooms. */
  readonly entries = this.held.asReadonly();

  constructor() {
    toObservable(computed(() => this.session.user()?.id ?? null))
      .pipe(
        tap(() => this.held.set([])),
        switchMap(() => this.deliverAll()),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  send(roomId: string, body: string): void {
    const clientId = crypto.randomUUID();
    const entry: OutboxEntry = {
      clientId,
      roomId,
      body,
      createdAt: new Date().toISOString(),
      state: 'waiting',
      seq: null,
      reason: null,
    };
    this.held.update((entries) => [...entries, entry]);
    this.queue.next(entry);
  }

  /** Sends a refused message once more; it goes behind those that wait already. */
  tryAgain(clientId: string): void {
    const entry = this.find(clientId);
    if (entry?.state !== 'failed') return;
    const again: OutboxEntry = { ...entry, state: 'waiting', reason: null };
    this.held.update((entries) => [...entries.filter((each) => each !== entry), again]);
    this.queue.next(again);
  }

  /** Forgets a message that was refused, or that the log shows by now. */
  discard(clientIds: readonly string[]): void {
    const gone = new Set(clientIds);
    if (this.held().some((entry) => gone.has(entry.clientId))) {
      this.held.update((entries) => entries.filter(({ clientId }) => !gone.has(clientId)));
    }
  }

  private deliverAll(): Observable<unknown> {
    return this.queue.pipe(
      groupBy(({ roomId }) => roomId),
      mergeMap((room) => room.pipe(concatMap((entry) => this.deliver(entry)))),
    );
  }

  private deliver({ roomId, clientId, body }: OutboxEntry): Observable<unknown> {
    const online$ = this.client.state$.pipe(
      filter((state) => state === 'online'),
      take(1),
    );
    const request$ = defer(() =>
      this.find(clientId) ? this.client.request('message:send', { roomId, clientId, body }) : EMPTY,
    );
    return online$.pipe(
      switchMap(() => request$),
      retry({ delay: (error: unknown) => (isTemporary(error) ? timer(RETRY_MS) : throwError(() => error)) }),
      tap(({ message }) => this.mark(clientId, { state: 'stored', seq: message.seq })),
      catchError((error: unknown) => of(this.mark(clientId, { state: 'failed', reason: errorSentence(error) }))),
    );
  }

  private find(clientId: string): OutboxEntry | undefined {
    return this.held().find((entry) => entry.clientId === clientId);
  }

  private mark(clientId: string, news: Partial<OutboxEntry>): void {
    this.held.update((entries) => entries.map((each) => (each.clientId === clientId ? { ...each, ...news } : each)));
  }
}
