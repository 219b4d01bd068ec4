import type { Departure } from './departures.js';

/**
 * Who has come into a room at a revision that the sockets here were not told of yet: what they are told next may hold an
 * earlier leaving of the same person, which means nothing any more.
 */
export class Arrivals {
  private readonly byRoom = new Map<string, Map<string, number>>();

  note(roomId: string, userId: string, rev: number): void {
    const arrivals = this.byRoom.get(roomId);
    if (arrivals) arrivals.set(userId, rev);
    else this.byRoom.set(roomId, new Map([[userId, rev]]));
  }

  /** Whether somebody has come back after leaving. */
  followed(roomId: string, { userId, rev }: Departure): boolean {
    return (this.byRoom.get(roomId)?.get(userId) ?? -1) > rev;
  }

  /** Everything up to a revision was told: nothing earlier is heard any more. */
  settle(roomId: string, rev: number): void {
    const arrivals = this.byRoom.get(roomId);
    if (!arrivals) return;
    for (const [userId, arrival] of arrivals) if (arrival <= rev) arrivals.delete(userId);
    if (arrivals.size === 0) this.byRoom.delete(roomId);
  }

  forget(roomId: string): void {
    this.byRoom.delete(roomId);
  }
}
