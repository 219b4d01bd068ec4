import { Injectable } from '@nestjs/common';

const NOBODY: readonly string[] = [];

/** With whom the people of this instance share direct rooms: whose coming and going matters to whom. */
@Injectable()
export class Circle {
  private readonly peers = new Map<string, readonly string[]>();
  private readonly watchers = new Map<string, Set<string>>();

  /** The others of a user's direct rooms. */
  peersOf(userId: string): readonly string[] {
    return this.peers.get(userId) ?? NOBODY;
  }

  /** Who of the people here shares a direct room with a user, wherever that one is. */
  watchersOf(userId: string): Iterable<string> {
    return this.watchers.get(userId) ?? NOBODY;
  }

  /** These are the others of the direct rooms of a user of this instance; without any the user is forgotten. */
  put(userId: string, peers: readonly string[]): void {
    for (const peer of this.peersOf(userId)) this.unwatch(peer, userId);
    if (peers.length > 0) this.peers.set(userId, peers);
    else this.peers.delete(userId);
    for (const peer of peers) {
      const watchers = this.watchers.get(peer);
      if (watchers) watchers.add(userId);
      else this.watchers.set(peer, new Set([userId]));
    }
  }

  private unwatch(peer: string, userId: string): void {
    const watchers = this.watchers.get(peer);
    watchers?.delete(userId);
    if (watchers?.size === 0) this.watchers.delete(peer);
  }
}
