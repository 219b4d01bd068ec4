import { Injectable } from '@nestjs/common';
import type { Event, EventType } from '#shared';
import type { BusMessage } from '../../events/event-bus.js';
import { topic, type Topic } from '../../events/topic.js';
import { place } from '../audience.js';
import { heedSettings, packetsOf, type Told } from './discretion.js';
import { GatewayCounters } from '../gateway-counters.js';
import { HeldAnswers } from './held-answers.js';
import { writeTo } from './outlet.js';
import { SlowReaders } from './slow-readers.js';
import type { ParleyNamespace, ParleySocket } from '../parley-socket.js';

/** What can be told again: a reader that is behind gets none of it until it has caught up. */
const EPHEMERAL: ReadonlySet<EventType> = new Set(['typing', 'presence', 'receipt.updated', 'watermark.updated']);

/**
 * Brings one message to this instance's sockets: one `events` packet per room and batch, encoded once. Membership takes
 * effect here, before the packet that tells of it.
 */
@Injectable()
export class Delivery {
  constructor(
    private readonly slowReaders: SlowReaders,
    private readonly counters: GatewayCounters,
    private readonly held: HeldAnswers,
  ) {}

  /** Bounds what the readers of these sockets may leave untaken, until `stop`. */
  watch(sockets: ParleyNamespace): void {
    this.slowReaders.watch(sockets);
  }

  stop(): void {
    this.slowReaders.stop();
  }

  /** Delivers at once, so that the order of the bus is the order on the wire. */
  deliver(sockets: ParleyNamespace, message: BusMessage): void {
    switch (message.to) {
      case 'room':
        this.send(sockets, topic.room(message.roomId), message);
        return;
      case 'sight':
        this.send(sockets, place.sight(message.roomId), message, topic.user(message.exceptUserId));
        return;
      case 'user':
        this.tellUser(sockets, message);
        return;
      case 'everyone':
        this.send(sockets, topic.everyone, message);
        return;
      case 'session':
        sockets.in(topic.session(message.sessionId)).emit('session:ended', { reason: message.reason });
        sockets.in(topic.session(message.sessionId)).disconnectSockets(true);
        return;
      case 'instances':
      case 'instance':
      // What instances say to each other is for no socket.
    }
  }

  /** Who is out of a room already was told so. */
  private tellUser(sockets: ParleyNamespace, { to, userId, events }: Extract<BusMessage, { to: 'user' }>): void {
    const news = events.filter((event) => event.type !== 'room.removed' || isIn(sockets, userId, event.roomId));
    if (news.length === 0) return;
    for (const event of news) moveSockets(sockets, userId, event);
    this.send(sockets, topic.user(userId), { to, userId, events: news });
  }

  /** To the sockets of a topic, but for those of `except`, and for those that are behind if it is of the moment. */
  private send(sockets: ParleyNamespace, to: string, message: Told, except?: Topic): void {
    const { events } = message;
    const listeners = sockets.adapter.rooms.get(to);
    if (!listeners) return;
    const own = except && sockets.adapter.rooms.get(except);
    const isOfTheMoment = events.every(({ type }) => EPHEMERAL.has(type));
    const packetFor = packetsOf(message);
    let reached = 0;
    // Who was answered in this turn can send the next while the others are told.
    for (const id of this.held.first(listeners)) {
      const socket = sockets.sockets.get(id);
      if (!socket || own?.has(id) || (isOfTheMoment && this.slowReaders.spares(socket, events))) continue;
      writeTo(socket, packetFor(socket));
      this.held.release(id);
      reached += 1;
    }
    this.counters.eventsSent += events.length * reached;
    if (reached > 0) this.slowReaders.wroteTo(to);
  }
}

/** A user who gains or loses a room hears of it from then on, or no longer, on every open socket. */
function moveSockets(sockets: ParleyNamespace, userId: string, event: Event): void {
  const own = sockets.in(topic.user(userId));
  heedSettings(socketsOf(sockets, userId), event);
  if (event.type === 'room.added') own.socketsJoin(topic.room(event.room.id));
  if (event.type === 'room.removed') own.socketsLeave(placesIn(event.roomId));
}

function isIn({ adapter }: ParleyNamespace, userId: string, roomId: string): boolean {
  const listeners = adapter.rooms.get(topic.room(roomId));
  return [...(adapter.rooms.get(topic.user(userId)) ?? [])].some((id) => listeners?.has(id));
}

const placesIn = (roomId: string): string[] => [topic.room(roomId), place.viewers(roomId), place.sight(roomId)];

const socketsOf = ({ adapter, sockets }: ParleyNamespace, userId: string): ParleySocket[] =>
  [...(adapter.rooms.get(topic.user(userId)) ?? [])].flatMap((id) => sockets.get(id) ?? []);
