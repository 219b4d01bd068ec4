import { Injectable } from '@nestjs/common';
import type { Connection } from '#shared';
import type { ConnectionFacts } from '../../events/instance-news.js';
import { Audience } from '../audience.js';
import { backlogOf } from '../delivery/backlog.js';
import { OwnInstance } from '../instances/own-instance.js';
import { SlowReaders } from '../delivery/slow-readers.js';
import type { ParleySocket } from '../parley-socket.js';
import { deviceOf } from './device.js';
import { RoundTrips } from './round-trips.js';

/** More than these are of no help to anybody who looks. */
export const WORST = 100;

/** How the open sockets of this instance fare. */
@Injectable()
export class Connections {
  constructor(
    private readonly own: OwnInstance,
    private readonly audience: Audience,
    private readonly slowReaders: SlowReaders,
    private readonly roundTrips: RoundTrips,
  ) {}

  /** How many sockets leave so much untaken that they are spared what is of the moment only. */
  countSlow(): number {
    return this.audience.all().filter((socket) => this.slowReaders.isBehind(socket)).length;
  }

  /** The connections that fare worst, the worst first. */
  worst(): ConnectionFacts[] {
    const all = this.audience.all().map((socket) => ({
      socket,
      waitingBytes: backlogOf(socket).bytes,
      roundTripMs: this.roundTrips.of(socket),
    }));
    return all
      .sort(worstFirst)
      .slice(0, WORST)
      .map(({ socket, ...figures }) => ({
        id: socket.id,
        userId: socket.data.identity.userId,
        instanceId: this.own.id,
        device: deviceOf(socket.handshake.headers['user-agent']),
        connectedAt: new Date(socket.handshake.issued).toISOString(),
        state: this.stateOf(socket),
        ...figures,
      }));
  }

  private stateOf(socket: ParleySocket): Connection['state'] {
    if (this.slowReaders.isBehind(socket)) return 'slow';
    return socket.data.isHidden ? 'hidden' : 'healthy';
  }
}

type Ranked = Pick<Connection, 'waitingBytes' | 'roundTripMs'>;

/** By what waits for them, then by how long a heartbeat takes. */
export const worstFirst = (a: Ranked, b: Ranked): number =>
  b.waitingBytes - a.waitingBytes || (b.roundTripMs ?? 0) - (a.roundTripMs ?? 0);
