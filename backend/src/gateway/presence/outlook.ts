import { Injectable } from '@nestjs/common';
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
    const peers = new Set(sockets.flatMap((socket) => this.circle.peersOf(userOf(socket))));
    const seen = await this.lastSeen.of([...peers].filter((userId) => !this.roster.modeOf(userId)));
    const lookAt = (userId: string): PresenceEvent => {
      if (this.roster.modeOf(userId) === 'shown') return isOnline(userId);
      const { sharePresence, lastSeenAt } = seen.get(userId) ?? { sharePresence: false, lastSeenAt: null };
      return isAway(userId, sharePresence ? lastSeenAt : null);
    };
    return this.each(sockets, (socket) => this.circle.peersOf(userOf(socket)).map(lookAt));
  }

  /** Which members of the rooms that the sockets have on the screen are online. */
  async onRooms(sockets: readonly ParleySocket[]): Promise<Outlooks> {
    const rooms = new Set(sockets.flatMap((socket) => viewedRoomOf(socket) ?? []));
    const members = await this.company.membersOf([...rooms]);
    const online = new Map<string, PresenceEvent[]>();
    for (const [roomId, userIds] of members) {
      online.set(roomId, userIds.filter((userId) => this.roster.modeOf(userId) === 'shown').map(isOnline));
    }
    return this.each(sockets, (socket) => {
      const events = online.get(viewedRoomOf(socket) ?? '') ?? [];
      return events.filter(({ userId }) => userId !== userOf(socket));
    });
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
