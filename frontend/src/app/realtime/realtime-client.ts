import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Event, Ready, REQUESTS, SessionEnded, type RequestAck, type RequestName, type RequestPayload } from '#shared';
import { BehaviorSubject, distinctUntilChanged, merge, Subject, take, timer, type Subscription } from 'rxjs';
import { retryDelay } from './backoff';
import { refusal, unanswered } from './refusal';
import { WAKE_UP } from './wake-up';
import { WIRE, type Wire } from './wire';

export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'signed-out';
export type Accepted<N extends RequestName> = Extract<RequestAck<N>, { ok: true }>;

interface Emitter {
  emitWithAck(name: RequestName, payload: object): Promise<unknown>;
}

const ANSWER_WITHIN_MS = 8_000;

/** The one connection to the server. It comes back by itself until it is stopped or the session ends. */
@Injectable({ providedIn: 'root' })
export class RealtimeClient {
  private readonly makeWire = inject(WIRE);
  private readonly wakeUp = inject(WAKE_UP);
  private readonly readySubject = new Subject<Ready>();
  private readonly eventsSubject = new Subject<Event[]>();
  private readonly endedSubject = new Subject<string>();
  private readonly retry = new Subject<void>();
  private readonly current = new BehaviorSubject<ConnectionState>('signed-out');
  private wire: Wire | null = null;
  private waiting: Subscription | null = null;
  private failures = 0;

  readonly state$ = this.current.pipe(distinctUntilChanged());
  readonly state = toSignal(this.state$, { requireSync: true });
  /** Emits whenever the server has let this client in: from here on nothing is missed. */
  readonly ready$ = this.readySubject.asObservable();
  /** What became durable together, in order. */
  readonly events$ = this.eventsSubject.asObservable();
  /** The server has ended the session, with its reason. */
  readonly ended$ = this.endedSubject.asObservable();

  /** Connects, and stays connected. Does nothing while it is already started. */
  start(): void {
    if (this.wire) return;
    this.failures = 0;
    this.current.next('connecting');
    this.wire = this.listen(this.makeWire());
    this.wire.connect();
  }

  /** Disconnects for good. */
  stop(): void {
    this.waiting?.unsubscribe();
    this.wire?.off();
    this.wire?.disconnect();
    this.wire = null;
    this.current.next('signed-out');
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
    const answer = REQUESTS[name].ack.safeParse(await this.emit(name, payload));
    if (!answer.success) throw unanswered();
    if (!answer.data.ok) throw refusal(answer.data.error);
    return answer.data as Accepted<N>;
  }

  private async emit(name: RequestName, payload: object): Promise<unknown> {
    if (!this.wire || this.current.value !== 'online') throw unanswered();
    // Answers are parsed, so here every request is alike.
    const patient = this.wire.timeout(ANSWER_WITHIN_MS) as unknown as Emitter;
    return patient.emitWithAck(name, payload).catch(() => {
      throw unanswered();
    });
  }

  private listen(wire: Wire): Wire {
    wire.on('ready', (packet) => this.becomeReady(packet));
    wire.on('events', (packet) => this.eventsSubject.next(knownEvents(packet)));
    wire.on('session:ended', (packet) => this.end(SessionEnded.safeParse(packet).data?.reason ?? ''));
    wire.on('disconnect', () => this.tryAgainLater());
    wire.on('connect_error', (error) => {
      if (codeOf(error) === 'unauthenticated') this.end('');
      else this.tryAgainLater();
    });
    return wire;
  }

  private becomeReady(packet: unknown): void {
    const ready = Ready.safeParse(packet);
    if (!ready.success) return;
    this.failures = 0;
    this.current.next('online');
    this.readySubject.next(ready.data);
  }

  private tryAgainLater(): void {
    this.failures += 1;
    this.current.next('reconnecting');
    this.waiting?.unsubscribe();
    this.waiting = merge(timer(retryDelay(this.failures)), this.wakeUp, this.retry)
      .pipe(take(1))
      .subscribe(() => this.wire?.connect());
  }

  private end(reason: string): void {
    this.stop();
    this.endedSubject.next(reason);
  }
}

/** Skips what this version does not know or cannot read; a gap in `rev` then tells that something was missed. */
function knownEvents(packet: unknown): Event[] {
  if (!Array.isArray(packet)) return [];
  return packet.flatMap((item: unknown) => Event.safeParse(item).data ?? []);
}

function codeOf(error: Error): unknown {
  const data = 'data' in error ? error.data : null;
  return typeof data === 'object' && data !== null && 'code' in data ? data.code : null;
}
