import { Injectable } from '@nestjs/common';
import { Batch } from '../../common/batch.js';
import { topic } from '../../events/topic.js';
import { Audience } from '../audience.js';
import type { ParleySocket } from '../parley-socket.js';
import { Attendance } from './attendance.js';
import { Outlook } from './outlook.js';
import { PresenceWriter } from './presence-writer.js';

const GATHER_MS = 50;

/** What a socket is told about: everybody whom its user sees, or the viewed room alone. */
type Extent = 'everybody' | 'room';

/** Tells single sockets how it stands with the people whom they see. A storm of them is answered together. */
@Injectable()
export class Greeting {
  private readonly waiting = new Batch<ParleySocket, Extent>(GATHER_MS, (sockets) => this.greet(sockets));

  constructor(
    private readonly audience: Audience,
    private readonly attendance: Attendance,
    private readonly outlook: Outlook,
    private readonly writer: PresenceWriter,
  ) {}

  stop(): void {
    this.waiting.stop();
  }

  /** A socket is ready, and hears of all whom it sees. */
  welcome(socket: ParleySocket): void {
    this.waiting.add(socket, 'everybody');
  }

  /** What a user shows or sees has changed: every socket of theirs hears of all whom it sees. */
  repeat(userId: string): void {
    this.attendance.refresh(userId);
    for (const socket of this.audience.socketsIn(topic.user(userId))) this.welcome(socket);
  }

  /** The socket has another room on the screen, and hears who of it is online. */
  showRoom(socket: ParleySocket): void {
    if (this.waiting.get(socket) !== 'everybody') this.waiting.add(socket, 'room');
  }

  private async greet(waiting: ReadonlyMap<ParleySocket, Extent>): Promise<void> {
    await this.attendance.settled();
    const sockets = [...waiting.keys()].filter(({ connected }) => connected);
    const toAll = sockets.filter((socket) => waiting.get(socket) === 'everybody');
    const [peers, rooms] = await Promise.all([this.outlook.onPeers(toAll), this.outlook.onRooms(sockets)]);
    for (const socket of sockets) {
      this.writer.tellSocket(socket, [...(peers.get(socket) ?? []), ...(rooms.get(socket) ?? [])]);
    }
  }
}
