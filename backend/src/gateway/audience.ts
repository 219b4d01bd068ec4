import { Injectable } from '@nestjs/common';
import { EventBus } from '../events/event-bus.js';
import type { Topic } from '../events/topic.js';
import type { ParleyNamespace, ParleySocket } from './parley-socket.js';

const ROOM = 'room:';
const TOPIC = /^((room|user|session):|everyone$)/;

type Kind = 'room' | 'user' | 'session' | 'viewers';

/** The Socket.IO rooms that are no topics of the bus: who sees a room is known here, and told to nobody. */
export const place = {
  /** The sockets that have the room on the screen. */
  viewers: (roomId: string): string => `viewers:${roomId}`,
  /** The sockets that see what goes on in the room at the moment: its viewers, and those that have it in a list. */
  sight: (roomId: string): string => `sight:${roomId}`,
};

interface Heed {
  opened(roomId: string): void;
  emptied(roomId: string): void;
}

/** Who listens on this instance: Socket.IO's rooms, most of whose names are topics of the bus. */
@Injectable()
export class Audience {
  private sockets: ParleyNamespace | undefined;

  constructor(private readonly bus: EventBus) {}

  /**
   * Follows a topic on the bus while it has a socket here, from its first to its last.
   * @param heed is told of the rooms whose first listener has come here, or whose last has gone
   */
  watch(sockets: ParleyNamespace, heed: Heed): void {
    this.sockets = sockets;
    sockets.adapter.on('create-room', (name: string) => {
      if (!isTopic(name)) return;
      this.bus.follow(name);
      if (name.startsWith(ROOM)) heed.opened(name.slice(ROOM.length));
    });
    sockets.adapter.on('delete-room', (name: string) => {
      if (!isTopic(name)) return;
      this.bus.unfollow(name);
      if (name.startsWith(ROOM)) heed.emptied(name.slice(ROOM.length));
    });
  }

  /** The sockets here; undefined where the application serves no network. */
  get namespace(): ParleyNamespace | undefined {
    return this.sockets;
  }

  /** Whether a socket here listens to a topic. */
  hears(name: Topic): boolean {
    return this.sockets?.adapter.rooms.has(name) === true;
  }

  /** The ids of the rooms, users, sessions or viewed rooms that have a socket here. */
  ids(kind: Kind): string[] {
    const prefix = `${kind}:`;
    const names = [...(this.sockets?.adapter.rooms.keys() ?? [])];
    return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  }

  /** The sockets in a Socket.IO room. */
  socketsIn(name: string): ParleySocket[] {
    const ids = [...(this.sockets?.adapter.rooms.get(name) ?? [])];
    return ids.flatMap((id) => this.sockets?.sockets.get(id) ?? []);
  }

  /** All sockets here. */
  all(): ParleySocket[] {
    return [...(this.sockets?.sockets.values() ?? [])];
  }

  /** A socket of each user who has been welcomed here: it is in the same rooms as the others of its user. */
  onePerUser(): Map<string, ParleySocket> {
    const ready = this.all().filter(({ data }) => data.isReady);
    return new Map(ready.map((socket) => [socket.data.identity.userId, socket]));
  }
}

const isTopic = (name: string): name is Topic => TOPIC.test(name);

/** The rooms whose events reach a socket. */
export function roomsOf({ rooms }: ParleySocket): Set<string> {
  return new Set([...rooms].filter((name) => name.startsWith(ROOM)).map((name) => name.slice(ROOM.length)));
}

/** The room that a socket has on the screen; null once its user is no member any more. */
export function viewedRoomOf({ data, rooms }: ParleySocket): string | null {
  const { viewedRoomId } = data;
  return viewedRoomId !== null && rooms.has(place.viewers(viewedRoomId)) ? viewedRoomId : null;
}
