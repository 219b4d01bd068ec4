import { Injectable } from '@nestjs/common';
import type { ParleySocket } from '../parley-socket.js';

type Conn = ParleySocket['conn'];

interface Trip {
  sentAt: number;
  ms: number | null;
}

/** How long the heartbeats of the sockets take there and back: Engine.IO's own ping and its pong. */
@Injectable()
export class RoundTrips {
  /** Nothing is kept for a socket before its first heartbeat. */
  private readonly trips = new WeakMap<Conn, Trip>();

  /** Measures a socket until it is gone. The listeners are the same for all, since thousands of sockets have them. */
  watch({ conn }: ParleySocket): void {
    conn.on('packetCreate', this.left);
    conn.on('heartbeat', this.returned);
  }

  /** The latest of a socket, in milliseconds, or null before the first. */
  of({ conn }: ParleySocket): number | null {
    return this.trips.get(conn)?.ms ?? null;
  }

  private readonly left = trip((trips: WeakMap<Conn, Trip>, conn: Conn, packet?: { readonly type: string }) => {
    if (packet?.type === 'ping') trips.set(conn, { sentAt: performance.now(), ms: trips.get(conn)?.ms ?? null });
  }, this.trips);

  private readonly returned = trip((trips: WeakMap<Conn, Trip>, conn: Conn) => {
    const last = trips.get(conn);
    if (last) last.ms = performance.now() - last.sentAt;
  }, this.trips);
}

/** A listener that knows by `this` which connection it hears. */
function trip<P>(
  note: (trips: WeakMap<Conn, Trip>, conn: Conn, packet?: P) => void,
  trips: WeakMap<Conn, Trip>,
): (this: Conn, packet?: P) => void {
  return function (packet) {
    note(trips, this, packet);
  };
}
