import { Injectable } from '@nestjs/common';
import type { BusMessage } from '../../events/event-bus.js';

/**
 * Who comes into rooms and goes while the database is asked about it: an answer that was under way meanwhile may be out of
 * date for them.
 */
@Injectable()
export class Moves {
  /** When somebody was moved last, in counted moves; kept while somebody reads. */
  private readonly latest = new Map<string, number>();
  private count = 0;
  private readers = 0;

  /** Notes whom a message brings into a room, or takes out of one. */
  note(message: BusMessage): void {
    if (this.readers === 0 || message.to !== 'user') return;
    if (message.events.some(({ type }) => type === 'room.added' || type === 'room.removed')) {
      this.latest.set(message.userId, ++this.count);
    }
  }

  /**
   * Reads who is in which room, and acts on it in the moment in which it is there.
   * @param act is told whether somebody was moved since the reading began
   */
  async during<Found, Result>(
    read: () => Promise<Found>,
    act: (found: Found, hasMoved: (userId: string) => boolean) => Result,
  ): Promise<Result> {
    const since = this.count;
    this.readers += 1;
    try {
      return act(await read(), (userId) => (this.latest.get(userId) ?? 0) > since);
    } finally {
      this.readers -= 1;
      if (this.readers === 0) this.latest.clear();
    }
  }
}
