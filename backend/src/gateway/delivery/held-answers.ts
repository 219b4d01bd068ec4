import { Injectable } from '@nestjs/common';
import { hold } from './outlet.js';
import type { ParleySocket } from '../parley-socket.js';

/**
 * The sockets that were answered in this turn of the event loop, and whose answer waits for the events that come with it.
 * They are told first: while the others are, they can go on, and what they send next is in the next batch.
 */
@Injectable()
export class HeldAnswers {
  private readonly releases = new Map<string, () => void>();

  /** Holds what is written to the socket until it is told of an event, or until the turn is over. */
  hold(socket: ParleySocket): void {
    if (this.releases.has(socket.id)) return;
    if (this.releases.size === 0) setImmediate(() => this.releaseAll());
    this.releases.set(socket.id, hold(socket));
  }

  /** The same sockets, those that are held first. Looks through the fewer of both: many small rooms are told in one turn. */
  first(ids: ReadonlySet<string>): Iterable<string> {
    const [fewer, others] = ids.size < this.releases.size ? [ids, this.releases] : [this.releases, ids];
    const held = [...fewer.keys()].filter((id) => others.has(id));
    return held.length === 0 || held.length === ids.size ? ids : new Set([...held, ...ids]);
  }

  /** Lets go of what was written to a socket. */
  release(id: string): void {
    this.releases.get(id)?.();
    this.releases.delete(id);
  }

  private releaseAll(): void {
    for (const id of [...this.releases.keys()]) this.release(id);
  }
}
