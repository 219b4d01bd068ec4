import { Injectable } from '@nestjs/common';
import type { Event } from '#shared';
import { EventBus, type BusMessage } from '../events/event-bus.js';
import { topic } from '../events/topic.js';
import { Audience } from './audience.js';
import { Tail } from './tail.js';
import type { ParleyNamespace } from './parley-socket.js';

/**
 * Brings what the bus carries, and what the tail finds, to this instance's sockets: one `events` packet per room and
 * batch, encoded once. Membership takes effect here, before the packet that tells of it.
 */
@Injectable()
export class FanOut {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly audience: Audience,
    private readonly tail: Tail,
  ) {}

  /** Delivers to these sockets from now until `stop`. */
  begin(sockets: ParleyNamespace): void {
    this.audience.watch(sockets);
    const send = (message: BusMessage): void => deliver(sockets, message);
    this.stopListening = this.bus.subscribe((message) => {
      this.tail.note(message);
      send(message);
    });
    void this.tail.follow(send);
  }

  stop(): void {
    this.tail.stop();
    this.stopListening();
  }
}

/** Delivers one message. Synchronous, so the order of the bus is the order on the wire. */
function deliver(sockets: ParleyNamespace, message: BusMessage): void {
  switch (message.to) {
    case 'room':
      sockets.to(topic.room(message.roomId)).emit('events', [...message.events]);
      return;
    case 'viewers':
      sockets
        .to(topic.viewers(message.roomId))
        .except(topic.user(message.exceptUserId))
        .emit('events', [...message.events]);
      return;
    case 'user':
      for (const event of message.events) moveSockets(sockets, message.userId, event);
      sockets.to(topic.user(message.userId)).emit('events', [...message.events]);
      return;
    case 'session':
      sockets.in(topic.session(message.sessionId)).emit('session:ended', { reason: message.reason });
      sockets.in(topic.session(message.sessionId)).disconnectSockets(true);
  }
}

/** A user who gains or loses a room hears of it from then on, or no longer, on every open socket. */
function moveSockets(sockets: ParleyNamespace, userId: string, event: Event): void {
  const own = sockets.in(topic.user(userId));
  if (event.type === 'room.added') own.socketsJoin(topic.room(event.room.id));
  if (event.type === 'room.removed') own.socketsLeave([topic.room(event.roomId), topic.viewers(event.roomId)]);
}
