import { computed, inject, Injectable, signal } from '@angular/core';
import {
  defer,
  distinctUntilChanged,
  EMPTY,
  finalize,
  map,
  merge,
  of,
  Subject,
  switchMap,
  tap,
  type Observable,
} from 'rxjs';
import { whileSignedIn } from '../../auth/while-signed-in';
import { LocalStore } from '../../core/local/local-store';
import type { Records } from '../../core/local/shelves';
import { randomId } from '../../core/random-id';
import { Tabs } from '../../core/tabs';
import { RealtimeClient } from '../../realtime/realtime-client';
import { lastTurn, OutboxEntry, OutboxNews, withNews } from './outbox-entry';
import { delivered, isWaiting } from './outbox-post';

/**
 * What was sent here and is not known to be in the log yet. Kept on the device for whoever wrote it, until the server has
 * stored it: without a connection it waits, over reloads and ended sessions, and goes out in order under the `clientId` of
 * its first try. All tabs of a person show the same; one of them sends at a time.
 */
@Injectable({ providedIn: 'root' })
export class Outbox {
  private readonly client = inject(RealtimeClient);
  private readonly local = inject(LocalStore);
  private readonly tabs = inject(Tabs);
  private readonly held = signal<readonly OutboxEntry[]>([]);
  private readonly turns = new Subject<void>();
  private readonly underWay = new Set<string>();
  /** Entries of which this tab knows best; of others another tab may have sent or withdrawn some meanwhile. */
  private readonly own = new Set<string>();
  private keep: (news: OutboxNews) => void = () => undefined;

  /** Oldest first, over all rooms. */
  readonly entries = this.held.asReadonly();
  /** How many wait to be sent. */
  readonly waiting = computed(() => this.held().filter(isWaiting).length);

  constructor() {
    whileSignedIn((userId) => this.serve(userId));
  }

  /** @param replyTo the place of the message that this one answers */
  send(roomId: string, body: string, replyTo: number | null = null): void {
    const clientId = randomId();
    const entry: OutboxEntry = {
      clientId,
      roomId,
      body,
      replyTo,
      createdAt: new Date().toISOString(),
      turn: lastTurn(this.held()),
      state: 'waiting',
      seq: null,
      reason: null,
    };
    this.own.add(clientId);
    this.change({ changed: [entry], gone: [] });
  }

  /** Sends a refused message once more; it goes behind those that wait already. */
  tryAgain(clientId: string): void {
    const entry = this.find(clientId);
    if (entry?.state !== 'failed') return;
    const again: OutboxEntry = { ...entry, state: 'waiting', reason: null, turn: lastTurn(this.held()) };
    this.change({ changed: [again], gone: [] });
  }

  /** Withdraws a message that waits. False where it is on its way already, or further. */
  cancel(clientId: string): boolean {
    const entry = this.find(clientId);
    if (entry?.state !== 'waiting' || this.underWay.has(clientId)) return false;
    this.discard([clientId]);
    return true;
  }

  /** Takes a message that waits or was refused out, for its writer to change; null where it is too late for that. */
  takeBack(clientId: string): OutboxEntry | null {
    const entry = this.find(clientId);
    if (!entry || entry.state === 'stored' || this.underWay.has(clientId)) return null;
    this.discard([clientId]);
    return entry;
  }

  /** Forgets messages that were refused, or that the log shows by now. */
  discard(clientIds: readonly string[]): void {
    const gone = clientIds.filter((clientId) => this.find(clientId));
    if (gone.length > 0) this.change({ changed: [], gone });
  }

  /** Serves one person: holds what they have kept on this device, hears of it from other tabs, and sends it. */
  private serve(userId: string): Observable<unknown> {
    return defer(() => {
      const name = `outbox-${userId}`;
      const line = this.tabs.line(name);
      this.keep = (news) => {
        void this.local.write('outbox', userId, shelfChanges(news));
        line.say(news);
      };
      return merge(
        line.heard$.pipe(tap((said) => this.hear(OutboxNews.safeParse(said).data))),
        this.local.read('outbox', userId).pipe(tap((records) => this.recall(records))),
        this.isDue().pipe(switchMap((isDue) => (isDue ? this.sendAlone(name, userId) : EMPTY))),
      ).pipe(finalize(() => line.close()));
    }).pipe(
      finalize(() => {
        this.keep = () => undefined;
        this.own.clear();
        this.held.set([]);
      }),
    );
  }

  private isDue(): Observable<boolean> {
    return merge(this.client.state$, this.turns).pipe(
      map(() => this.client.state() === 'online' && this.waiting() > 0),
      distinctUntilChanged(),
    );
  }

  /** Sends what waits, while no other tab does. */
  private sendAlone(name: string, userId: string): Observable<unknown> {
    const post = { entries: this.held, send: (entry: OutboxEntry) => this.ask(entry) };
    return this.tabs.alone(name).pipe(
      switchMap(() => this.lookAgain(userId)),
      switchMap(() => delivered(post, this.turns)),
      tap((entry) => this.settle(entry)),
    );
  }

  /** What another tab may have sent or withdrawn meanwhile is looked up before it is sent from here. */
  private lookAgain(userId: string): Observable<unknown> {
    const foreign = this.held().filter((entry) => isWaiting(entry) && !this.own.has(entry.clientId));
    if (foreign.length === 0) return of(null);
    return this.local.read('outbox', userId).pipe(
      tap((records) => {
        const gone = foreign.map(({ clientId }) => clientId).filter((clientId) => !records.has(clientId));
        if (this.local.isKeeping()) this.hear({ changed: [], gone });
      }),
    );
  }

  private async ask({ roomId, clientId, body, replyTo }: OutboxEntry): Promise<{ seq: number }> {
    this.underWay.add(clientId);
    try {
      const payload = { roomId, clientId, body, ...(replyTo !== null && { replyTo }) };
      return (await this.client.request('message:send', payload)).message;
    } finally {
      this.underWay.delete(clientId);
    }
  }

  /** What was forgotten while it was on its way stays forgotten. */
  private settle(entry: OutboxEntry): void {
    if (this.find(entry.clientId)) this.change({ changed: [entry], gone: [] });
  }

  /** Takes in what is kept on the device; what is held already is newer. */
  private recall(records: Records): void {
    const kept = [...records.values()].flatMap((record) => OutboxEntry.safeParse(record).data ?? []);
    this.hear({ changed: kept.filter(({ clientId }) => !this.find(clientId)), gone: [] });
  }

  private change(news: OutboxNews): void {
    this.keep(news);
    this.hear(news);
  }

  private hear(news: OutboxNews | undefined): void {
    if (!news) return;
    this.held.update((entries) => withNews(entries, news));
    this.turns.next();
  }

  private find(clientId: string): OutboxEntry | undefined {
    return this.held().find((entry) => entry.clientId === clientId);
  }
}

/** What the server has stored need not be kept here. */
function shelfChanges({ changed, gone }: OutboxNews): Map<string, OutboxEntry | undefined> {
  const kept = changed.map((entry) => [entry.clientId, entry.state === 'stored' ? undefined : entry] as const);
  return new Map([...kept, ...gone.map((clientId) => [clientId, undefined] as const)]);
}
