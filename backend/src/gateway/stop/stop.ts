import type { Server } from 'node:http';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { unavailable } from '../../common/domain-error.js';
import { ReceiptTeller } from '../../messages/receipt-teller.js';
import { Audience } from '../audience.js';
import { dismissAll, stopListening, within } from './farewell.js';
import { FanOut } from '../fan-out.js';
import { refusal } from '../handshake.js';
import { RequestDispatcher } from '../requests/request-dispatcher.js';
import { RestUnderWay } from './rest-under-way.js';
import type { ParleyNamespace } from '../parley-socket.js';

/** A write waits for a lock for five seconds, and is answered then. */
const UNDER_WAY_MS = 5_500;
/** All of it together, so that the whole stop is over in less than ten seconds. */
const WHOLE_MS = 8_000;
/** For connections to end by themselves that have had their answer. */
const LAST_ANSWERS_MS = 1_000;

/**
 * A clean stop: nobody new comes in, what is under way is finished and acknowledged, the sockets are told to come back, and what
 * other instances have to hear is told. Each part has its time, whatever hangs.
 */
@Injectable()
export class Stop implements OnModuleInit, BeforeApplicationShutdown {
  private readonly rest = new RestUnderWay();

  constructor(
    private readonly audience: Audience,
    private readonly requests: RequestDispatcher,
    private readonly receipts: ReceiptTeller,
    private readonly fanOut: FanOut,
  ) {}

  onModuleInit(): void {
    const { namespace } = this.audience;
    if (namespace) this.rest.watch(serverOf(namespace));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { namespace } = this.audience;
    if (!namespace) return;
    const end = performance.now() + WHOLE_MS;
    const left = (atMost = WHOLE_MS) => Math.max(0, Math.min(end - performance.now(), atMost));
    const http = serverOf(namespace);
    namespace.use((_socket, next) => next(refusal(unavailable('The server is stopping.'))));
    const everybodyLeft = stopListening(http);
    await within(UNDER_WAY_MS, this.requests.stop());
    this.fanOut.stop();
    await dismissAll(this.audience.all());
    await within(left(), this.rest.answered());
    await within(left(), this.receipts.finish());
    http.closeIdleConnections();
    await within(left(LAST_ANSWERS_MS), everybodyLeft);
    http.closeAllConnections();
  }
}

const serverOf = (namespace: ParleyNamespace): Server => namespace.server.httpServer as Server;
