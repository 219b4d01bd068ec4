import { Injectable } from '@nestjs/common';
import { EventBus } from '../events/event-bus.js';
import type { Topic } from '../events/topic.js';
import type { ParleyNamespace } from './parley-socket.js';

const ROOM = 'room:';
const TOPIC = /^(room|viewers|user|session):/;

/** Who listens on this instance: Socket.IO's rooms, whose names are the topics of the bus. */
@Injectable()
export class Audience {
  private sockets: ParleyNamespace | undefined;

  constructor(private readonly bus: EventBus) {}

  /**
   * Follows a topic on the bus while it has a socket here, from its first to its last.
   * @param emptied is told of a room that nobody here listens to any more
   */
  watch(sockets: ParleyNamespace, emptied: (roomId: string) => void): void {
    this.sockets = sockets;
    sockets.adapter.on('create-room', (name: string) => {
      if (isTopic(name)) this.bus.follow(name);
    });
    sockets.adapter.on('delete-room', (name: string) => {
      if (!isTopic(name)) return;
      this.bus.unfollow(name);
      if (name.startsWith(ROOM)) emptied(name.slice(ROOM.length));
    });
  }

  /** The ids of the rooms, users or sessions that have a socket here. */
  ids(kind: 'room' | 'user' | 'session'): string[] {
    const prefix = `${kind}:`;
    const names = [...(this.sockets?.adapter.rooms.keys() ?? [])];
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  /** The rooms that the sockets of a user here are in: all of them in the same ones. */
  roomsOf(userId: string): Set<string> {
    const [socketId] = this.sockets?.adapter.rooms.get(`user:${userId}`) ?? [];
    const names = socketId === undefined ? [] : [...(this.sockets?.adapter.sids.get(socketId) ?? [])];
    return new Set(names.filter((name) => name.startsWith(ROOM)).map((name) => name.slice(ROOM.length)));
  }
}

const isTopic = (name: string): name is Topic => TOPIC.test(name);
