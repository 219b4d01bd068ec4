import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Batch } from '../common/batch.js';
import { EventBus, type BusMessage } from '../events/event-bus.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { Audience } from './audience.js';
import { Sequence } from './sequence.js';

/** Many who are added at once are looked after together. */
const GATHER_MS = 50;

/**
 * Sees to it that somebody who comes into a room on an open socket misses nothing of it: where nobody else here listens to the
 * room, other instances are heard a moment after the socket is in, and what they said in between is read from the database.
 */
@Injectable()
export class FirstListeners implements OnModuleInit, BeforeApplicationShutdown {
  private readonly entered = new Batch<string, true>(GATHER_MS, (rooms) => this.catchUp([...rooms.keys()]));
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly audience: Audience,
    private readonly bus: EventBus,
    private readonly rooms: RoomsService,
    private readonly sequence: Sequence,
  ) {}

  onModuleInit(): void {
    if (!this.audience.namespace || this.bus.health === 'alone') return;
    this.stopListening = this.bus.subscribe((message) => this.hear(message));
  }

  beforeApplicationShutdown(): void {
    this.stopListening();
    this.entered.stop();
  }

  private hear(message: BusMessage): void {
    if (message.to !== 'user') return;
    for (const event of message.events) if (event.type === 'room.added') this.entered.add(event.room.id, true);
  }

  private async catchUp(roomIds: readonly string[]): Promise<void> {
    await this.bus.settled();
    const here = new Set(this.audience.ids('room'));
    const followed = roomIds.filter((roomId) => here.has(roomId));
    for (const { roomId, rev } of await this.rooms.revisions(followed)) await this.sequence.catchUp(roomId, rev);
  }
}
