import { Injectable } from '@nestjs/common';
import { RECEIPTS } from '#shared';
import { LastSeenService } from '../../auth/last-seen.service.js';
import { CompanyService } from '../../rooms/company.service.js';
import { viewedRoomOf } from '../audience.js';
import { OwnInstance } from '../instances/own-instance.js';
import type { ParleySocket } from '../parley-socket.js';
import { Circle } from './circle.js';
import { isAway, isOnline, type PresenceEvent } from './presence-writer.js';
import { Roster } from './roster.js';

type Outlooks = Map<ParleySocket, PresenceEvent[]>;

/** What sockets see of the presence of others: nothing, where their own user shows none. */
@Injectable()
export class Outlook {
  constructor(
    private readonly roster: Roster,
    private readonly circle: Circle,
    private readonly own: OwnInstance,
    private readonly lastSeen: LastSeenService,
    private readonly company: CompanyService,
  ) {}

  /** How it stands with the peers of the direct rooms of each socket's user, present or not. */
  async onPeers(sockets: readonly ParleySocket[]): Promise<Outlooks> {
    const lookAt = await this.lookerAt(sockets.flatMap((socket) => this.circle.peersOf(userOf(socket))));
    return this.each(sockets, (socket) => this.circle.peersOf(userOf(socket)).map(lookAt));
  }

  /**
   * How it stands with the members of the rooms that the sockets have on the screen. Of a large room those are told who are
   * online, and those who were and are no longer: nobody else of it can be held for online.
   */
  async onRooms(sockets: readonly ParleySocket[]): Promise<Outlooks> {
    const rooms = new Set(sockets.flatMap((socket) => viewedRoomOf(socket) ?? []));
    const members = await this.company.membersOf([...rooms]);
    for (const [roomId, userIds] of members) members.set(roomId, this.worthTelling(userIds));
    const lookAt = await this.lookerAt([...members.values()].flat());
    const outlooks = new Map([...members].map(([roomId, userIds]) => [roomId, userIds.map(lookAt)]));
    return this.each(sockets, (socket) => {
      const events = outlooks.get(viewedRoomOf(socket) ?? '') ?? [];
      return events.filter(({ userId }) => userId !== userOf(socket));
    });
  }

  private worthTelling(members: string[]): string[] {
    if (members.length <= RECEIPTS.detailedUpTo) return members;
    return members.filter((userId) => {
      return this.roster.modeOf(userId) === 'shown' || this.roster.awaySince(userId) !== undefined;
    });
  }

  /** Asks when those who are away were last seen, and so can tell how it stands with each of the users. */
  private async lookerAt(userIds: readonly string[]): Promise<(userId: string) => PresenceEvent> {
    const away = new Set(userIds.filter((userId) => !this.roster.modeOf(userId)));
    const seen = await this.lastSeen.of([...away]);
    return (userId) => {
      if (this.roster.modeOf(userId) === 'shown') return isOnline(userId);
      const known = seen.get(userId);
      // Who has just gone is stored a moment later.
      return isAway(userId, known?.sharePresence ? (this.roster.awaySince(userId) ?? known.lastSeenAt) : null);
    };
  }

  /** To whom shows nothing everybody is away. */
  private each(sockets: readonly ParleySocket[], look: (socket: ParleySocket) => PresenceEvent[]): Outlooks {
    const maySee = (socket: ParleySocket) => this.roster.modeAt(this.own.id, userOf(socket)) === 'shown';
    return new Map(
      sockets.map((socket) => {
        const events = look(socket);
        return [socket, maySee(socket) ? events : events.map(({ userId }) => isAway(userId, null))];
      }),
    );
  }
}

const userOf = (socket: ParleySocket): string => socket.data.identity.userId;
