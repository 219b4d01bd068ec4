import { Injectable } from '@nestjs/common';
import type { EventOf } from '#shared';
import { topic } from '../../events/topic.js';
import { Audience, place } from '../audience.js';
import { OwnInstance } from '../instances/own-instance.js';
import { SocketWriter } from '../delivery/socket-writer.js';
import type { ParleySocket } from '../parley-socket.js';
import { Roster } from './roster.js';

export type PresenceEvent = EventOf<'presence'>;

/** Writes presence to sockets of this instance: to those that keep up, and whose people show their own. */
@Injectable()
export class PresenceWriter {
  constructor(
    private readonly audience: Audience,
    private readonly roster: Roster,
    private readonly own: OwnInstance,
    private readonly writer: SocketWriter,
  ) {}

  /** To the sockets of a user. */
  tellUser(userId: string, events: readonly PresenceEvent[]): void {
    this.writer.writeBriefly(this.audience.socketsIn(topic.user(userId)).filter(this.maySee), events);
  }

  /** To the sockets that have a room on the screen. */
  tellViewers(roomId: string, events: readonly PresenceEvent[]): void {
    this.writer.writeBriefly(this.audience.socketsIn(place.viewers(roomId)).filter(this.maySee), events);
  }

  /** To one socket, whatever its user shows. */
  tellSocket(socket: ParleySocket, events: readonly PresenceEvent[]): void {
    this.writer.writeBriefly([socket], events);
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
