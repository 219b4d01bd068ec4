import type { Socket as Connection } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { ParleySocket } from './parley-socket.js';

/** How a request ended: granted, refused for a reason of the caller's, or failed for one of ours. */
export type Outcome = 'ok' | 'refused' | 'failed';

/** What this instance's sockets have done since the start. Counts only, so that the hot path pays next to nothing. */
@Injectable()
export class GatewayCounters {
  joins = 0;
  leaves = 0;
  eventsSent = 0;
  slowReadersClosed = 0;
  readonly requests: Record<Outcome, number> = { ok: 0, refused: 0, failed: 0 };

  /** The connections that are open, and whom they speak for. */
  private readonly open = new Map<Connection, string>();
  private bytesOfClosed = 0;

  /** A socket has come in; that it leaves is noticed by itself. */
  joined(socket: ParleySocket): void {
    const connection = socket.request.socket;
    this.joins += 1;
    this.open.set(connection, socket.data.identity.userId);
    socket.once('disconnect', () => {
      this.leaves += 1;
      this.open.delete(connection);
      this.bytesOfClosed += bytesOf(connection);
    });
  }

  get sockets(): number {
    return this.open.size;
  }

  /** How many people have a socket here. */
  get users(): number {
    return new Set(this.open.values()).size;
  }

  /** All that was written to sockets, as it went over the wire: read off the connections rather than added up. */
  get bytesSent(): number {
    return [...this.open.keys()].reduce((sum, connection) => sum + bytesOf(connection), this.bytesOfClosed);
  }
}

const bytesOf = ({ bytesWritten }: { readonly bytesWritten: number | undefined }): number => bytesWritten ?? 0;
