import { Injectable } from '@nestjs/common';
import type { Event } from '#shared';
import { GatewayCounters } from '../gateway-counters.js';
import { writeTo } from './outlet.js';
import { eventsPacket } from './packet.js';
import { SlowReaders } from './slow-readers.js';
import type { ParleySocket } from '../parley-socket.js';

const EVENTS_PER_PACKET = 200;

/** Writes events to some sockets of this instance, in packets of a bounded size, each encoded once. */
@Injectable()
export class SocketWriter {
  constructor(
    private readonly slowReaders: SlowReaders,
    private readonly counters: GatewayCounters,
  ) {}

  /** To those of the sockets that are there. */
  write(sockets: readonly ParleySocket[], events: readonly Event[]): void {
    const readers = sockets.filter(({ connected }) => connected);
    if (readers.length === 0) return;
    for (let start = 0; start < events.length; start += EVENTS_PER_PACKET) {
      const packet = eventsPacket(events.slice(start, start + EVENTS_PER_PACKET));
      for (const socket of readers) writeTo(socket, packet);
    }
    this.counters.eventsSent += events.length * readers.length;
    for (const socket of readers) this.slowReaders.wroteTo(socket.id);
  }

  /** The same of what is of the moment: those that are behind are spared it. */
  writeBriefly(sockets: readonly ParleySocket[], events: readonly Event[]): void {
    this.write(
      sockets.filter((socket) => !this.slowReaders.spares(socket, events)),
      events,
    );
  }
}
