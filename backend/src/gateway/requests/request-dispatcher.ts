import { Injectable, Logger } from '@nestjs/common';
import { REQUESTS, type AckError, type RequestName } from '#shared';
import { toAckError } from '../../common/ack.js';
import { UnexpectedError, invalid, rateLimited, unavailable, type DomainError } from '../../common/domain-error.js';
import { toDomainError } from '../../common/known-error.js';
import { parse } from '../../common/parse.js';
import { Allowance } from './allowance.js';
import { cutOff } from '../delivery/backlog.js';
import { GatewayCounters } from '../gateway-counters.js';
import { HeldAnswers } from '../delivery/held-answers.js';
import { answerStraight } from '../delivery/outlet.js';
import { RequestHandlers } from './request-handlers.js';
import { SlowReaders } from '../delivery/slow-readers.js';
import type { ParleySocket } from '../parley-socket.js';

type Answer = ({ ok: true } & object) | { ok: false; error: AckError };
type Acknowledge = (answer: Answer) => void;

/** The WebSocket close code of a client that floods the server with requests. */
const TOO_MANY = 4029;

/**
 * Takes every packet of every socket, known or not, and answers each through its acknowledgement, in every case.
 * Knows what is under way, so that a stop can wait for it.
 */
@Injectable()
export class RequestDispatcher {
  private readonly logger = new Logger(RequestDispatcher.name);
  private readonly underWay = new Set<Promise<void>>();
  private isStopping = false;

  constructor(
    private readonly handlers: RequestHandlers,
    private readonly counters: GatewayCounters,
    private readonly slowReaders: SlowReaders,
    private readonly held: HeldAnswers,
  ) {}

  /** Listens to a socket from now until it is gone. */
  attach(socket: ParleySocket): void {
    const allowance = new Allowance();
    answerStraight(socket);
    socket.onAny((name: string, ...args: unknown[]) => {
      const verdict = allowance.ask(socket.data.underWay);
      if (verdict === 'granted') this.begin(socket, name, args);
      else if (verdict === 'refused') this.refuse(socket, args, rateLimited(allowance.retryAfterSeconds));
      else this.cutOffFlood(socket);
    });
  }

  /** Takes no more requests; resolves when all that were taken are acknowledged. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.allSettled(this.underWay);
  }

  private begin(socket: ParleySocket, name: string, args: readonly unknown[]): void {
    socket.data.underWay += 1;
    const request = this.dispatch(socket, name, args);
    this.underWay.add(request);
    void request.finally(() => {
      socket.data.underWay -= 1;
      this.underWay.delete(request);
      this.slowReaders.wroteTo(socket.id);
    });
  }

  private refuse(socket: ParleySocket, args: readonly unknown[], reason: DomainError): void {
    this.counters.requests.refused += 1;
    acknowledgementIn(args)({ ok: false, error: toAckError(reason) });
    this.slowReaders.wroteTo(socket.id);
  }

  private cutOffFlood(socket: ParleySocket): void {
    if (!socket.connected) return;
    this.logger.warn(
      { userId: socket.data.identity.userId },
      'a socket was closed: it floods the server with requests',
    );
    cutOff(socket, TOO_MANY, 'too many requests');
  }

  private async dispatch(socket: ParleySocket, name: string, args: readonly unknown[]): Promise<void> {
    const acknowledge = acknowledgementIn(args);
    try {
      const granted = await this.handle(socket, name, args[0]);
      this.counters.requests.ok += 1;
      if (name === 'message:send') this.held.hold(socket);
      acknowledge({ ok: true, ...granted });
    } catch (thrown) {
      this.logBug(thrown, name);
      const error = toAckError(thrown);
      this.counters.requests[error.code === 'unavailable' ? 'failed' : 'refused'] += 1;
      acknowledge({ ok: false, error });
    }
  }

  private handle(socket: ParleySocket, name: string, payload: unknown): Promise<object> {
    if (this.isStopping) throw unavailable('The server is stopping.');
    if (!isRequestName(name)) throw invalid('', 'is not an event that the server knows');
    const given = typeof payload === 'function' ? undefined : payload;
    const handler = this.handlers.byName[name] as (socket: ParleySocket, payload: unknown) => Promise<object>;
    return handler(socket, parse(REQUESTS[name].payload, given));
  }

  private logBug(thrown: unknown, name: string): void {
    const error = toDomainError(thrown);
    if (error instanceof UnexpectedError) this.logger.error({ err: error.cause }, `a ${name} failed through a bug`);
  }
}

const isRequestName = (name: string): name is RequestName => Object.hasOwn(REQUESTS, name);

/** The acknowledgement is the last argument, where the client asked for one. */
function acknowledgementIn(args: readonly unknown[]): Acknowledge {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as Acknowledge) : () => undefined;
}
