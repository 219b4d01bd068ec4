import { Injectable } from '@nestjs/common';
import type { EventOf } from '#shared';
import { topic } from '../../events/topic.js';
import { Audience, place } from '../audience.js';
import { GatewayCounters } from '../gateway-counters.js';
import { OwnInstance } from '../instances/own-instance.js';
import { writeTo } from '../outlet.js';
import { eventsPacket } from '../packet.js';
import { SlowReaders } from '../slow-readers.js';
import type { ParleySocket } from '../parley-socket.js';
import { Roster } from './roster.js';

export type PresenceEvent = EventOf<'presence'>;

const EVENTS_PER_PACKET = 200;

/** Writes presence to sockets of this instance: to those that keep up, and whose people show their own. */
@Injectable()
export class PresenceWriter {
  constructor(
    private readonly audience: Audience,
    private readonly roster: Roster,
    private readonly own: OwnInstance,
    private readonly slowReaders: SlowReaders,
    private readonly counters: GatewayCounters,
  ) {}

  /** To the sockets of a user. */
  tellUser(userId: string, events: readonly PresenceEvent[]): void {
    this.tell(this.audience.socketsIn(topic.user(userId)).filter(this.maySee), events);
  }

  /** To the sockets that have a room on the screen. */
  tellViewers(roomId: string, events: readonly PresenceEvent[]): void {
    this.tell(this.audience.socketsIn(place.viewers(roomId)).filter(this.maySee), events);
  }

  /** To one socket, whatever its user shows. */
  tellSocket(socket: ParleySocket, events: readonly PresenceEvent[]): void {
    this.tell([socket], events);
  }

  private tell(sockets: readonly ParleySocket[], events: readonly PresenceEvent[]): void {
    const readers = sockets.filter((socket) => socket.connected && !this.slowReaders.isBehind(socket));
    if (readers.length === 0) return;
    for (let start = 0; start < events.length; start += EVENTS_PER_PACKET) {
      const packet = eventsPacket(events.slice(start, start + EVENTS_PER_PACKET));
      for (const socket of readers) writeTo(socket, packet);
    }
    this.counters.eventsSent += events.length * readers.length;
    for (const socket of readers) this.slowReaders.wroteTo(socket.id);
  }

  private readonly maySee = ({ data }: ParleySocket): boolean =>
    this.roster.modeAt(this.own.id, data.identity.userId) === 'shown';
}

export const isOnline = (userId: string): PresenceEvent => ({
  type: 'presence',
  userId,
  online: true,
  lastSeenAt: null,
});

/** @param lastSeenAt null for somebody who does not show it, and where it is not known */
export const isAway = (userId: string, lastSeenAt: string | null): PresenceEvent => ({
  type: 'presence',
  userId,
  online: false,
  lastSeenAt,
});
