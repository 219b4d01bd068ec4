import { computed, ErrorHandler, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { REQUESTS, type Event, type Ready, type RequestAck, type RequestName, type RequestPayload } from '#shared';
import {
  BehaviorSubject,
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  map,
  merge,
  of,
  share,
  Subject,
  switchMap,
  takeWhile,
  tap,
  type Observable,
  type Subscription,
} from 'rxjs';
import { ServerProtocol } from '../core/server-protocol';
import { heldConnection, type Connection } from './connection';
import { linkOver, OtherProtocol, SessionOver, type Heard } from './link';
import { refusal, unanswered } from './refusal';
import { silences } from './silence';
import { NETWORK, WAKE_UP } from './wake-up';
import { WIRE, type Wire } from './wire';

export type ConnectionState = Connection['status'];
export type Accepted<N extends RequestName> = Extract<RequestAck<N>, { ok: true }>;

interface Emitter {
  emitWithAck(name: RequestName, payload: object): Promise<unknown>;
}

const ANSWER_WITHIN_MS = 8_000;
const LOST: Heard = { kind: 'lost', isPlanned: false };

/** The one connection to the server. It comes back by itself until it is stopped or the session ends. */
@Injectable({ providedIn: 'root' })
export class RealtimeClient {
  private readonly makeWire = inject(WIRE);
  private readonly failures = inject(ErrorHandler);
  private readonly protocol = inject(ServerProtocol);
  private readonly wakeUp$ = inject(WAKE_UP).pipe(share());
  private readonly hasNetwork$ = inject(NETWORK);
  private readonly readySubject = new Subject<Ready>();
  private readonly eventsSubject = new Subject<Event[]>();
  private readonly endedSubject = new Subject<string>();
  private readonly retry = new Subject<void>();
  private readonly unansweredRequests = new Subject<void>();
  private readonly current = new BehaviorSubject<Connection>({ status: 'signed-out' });
  private wire: Wire | null = null;
  private holding: Subscription | null = null;
  private view: RequestPayload<'room:view'> = { roomId: null };

  readonly connection$ = this.current.asObservable();
  readonly connection = toSignal(this.connection$, { requireSync: true });
  readonly state$ = this.connection$.pipe(
    map(({ status }) => status),
    distinctUntilChanged(),
  );
  readonly state = computed<ConnectionState>(() => this.connection().status);
  /** Emits whenever the server has let this client in: from here on nothing is missed. */
  readonly ready$ = this.readySubject.asObservable();
  /** What became durable together, in order. */
  readonly events$ = this.eventsSubject.asObservable();
  /** The server has ended the session, with its reason. */
  readonly ended$ = this.endedSubject.asObservable();

  /** Connects, and stays connected. Does nothing while it is already started. */
  start(): void {
    if (this.holding) return;
    this.view = { roomId: null };
    const surroundings = { hasNetwork$: this.hasNetwork$, nudges$: merge(this.wakeUp$, this.retry) };
    this.holding = heldConnection(this.link(), surroundings).subscribe({
      next: (connection) => this.become(connection),
      error: (failure: unknown) => this.giveUp(failure),
    });
  }

  /** Disconnects for good. */
  stop(): void {
    this.letGo();
    this.current.next({ status: 'signed-out' });
  }

  /** Ends a wait between two tries at once. */
  retryNow(): void {
    this.retry.next();
  }

  /**
   * Asks the server for something, and answers what it adds.
   * @throws ApiError with the server's code, or `unavailable` where no answer came
   */
  async request<N extends RequestName>(name: N, payload: RequestPayload<N>): Promise<Accepted<N>> {
    if (name === 'room:view') this.view = payload;
    const answer = REQUESTS[name].ack.safeParse(await this.emit(name, payload));
    if (!answer.success) throw unanswered();
    if (!answer.data.ok) throw refusal(answer.data.error);
    return answer.data as Accepted<N>;
  }

  private async emit(name: RequestName, payload: object): Promise<unknown> {
    const connection = this.current.value;
    if (!this.wire || connection.status !== 'online') throw unanswered();
    // Answers are parsed, so here every request is alike.
    const patient = this.wire.timeout(ANSWER_WITHIN_MS) as unknown as Emitter;
    return patient.emitWithAck(name, payload).catch(() => {
      // What was lost with a connection says nothing about the next.
      if (this.current.value === connection) this.unansweredRequests.next();
      throw unanswered();
    });
  }

  private link(): Observable<Heard> {
    const wire$ = defer(() => (this.wire ? of(this.wire) : this.makeWire())).pipe(
      tap((wire) => (this.wire = wire)),
      // Where its code could not be fetched there is another try, as after a lost connection.
      catchError((error: unknown) => {
        this.failures.handleError(error);
        return EMPTY;
      }),
    );
    return wire$.pipe(switchMap((wire) => this.hear(wire)));
  }

  /** What is heard over the wire; a connection that gives no sign of life any more is a lost one. */
  private hear(wire: Wire): Observable<Heard> {
    const heard$ = linkOver(wire).pipe(
      tap((heard) => {
        if (heard.kind === 'events') this.eventsSubject.next(heard.events);
      }),
    );
    // Before the server has let this client in there is nothing to doubt: the try has its own end.
    const wakeUps$ = this.wakeUp$.pipe(filter(() => this.current.value.status === 'online'));
    const silent$ = silences(wakeUps$, this.unansweredRequests, () => this.signOfLife()).pipe(map(() => LOST));
    return merge(heard$, silent$).pipe(takeWhile(({ kind }) => kind !== 'lost', true));
  }

  /** Says once more what one looks at, which changes nothing; the answer shows that the connection lives. */
  private async signOfLife(): Promise<void> {
    await this.emit('room:view', this.view);
  }

  private become(connection: Connection): void {
    this.current.next(connection);
    if (connection.status === 'online') this.readySubject.next(connection.ready);
  }

  private giveUp(failure: unknown): void {
    this.letGo();
    if (failure instanceof OtherProtocol) {
      this.protocol.hear(failure.version);
      this.current.next({ status: 'updating' });
      return;
    }
    this.current.next({ status: 'signed-out' });
    if (!(failure instanceof SessionOver)) throw failure;
    this.endedSubject.next(failure.reason);
  }

  private letGo(): void {
    this.holding?.unsubscribe();
    this.holding = null;
    this.wire = null;
  }
}
