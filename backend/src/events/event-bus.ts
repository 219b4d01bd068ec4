import type { Event } from '#shared';
import type { InstanceNews } from './instance-news.js';
import { topic, type Topic } from './topic.js';

/** What the services tell after a commit, and to whom. */
export type BusMessage =
  | { readonly to: 'room'; readonly roomId: string; readonly events: readonly Event[] }
  | {
      /** Those who can see what goes on in the room at the moment; nothing of it is stored. */
      readonly to: 'sight';
      readonly roomId: string;
      readonly exceptUserId: string;
      readonly events: readonly Event[];
    }
  | {
      readonly to: 'user';
      readonly userId: string;
      readonly events: readonly Event[];
      /** Beside a `room.removed`: the room's revision at which the user left, since it may be heard after a coming back. */
      readonly leftAt?: number;
    }
  | { readonly to: 'everyone'; readonly events: readonly Event[] }
  | { readonly to: 'session'; readonly sessionId: string; readonly reason: string }
  | { readonly to: 'instances'; readonly news: InstanceNews }
  | { readonly to: 'instance'; readonly instanceId: string; readonly news: InstanceNews };

export type BusListener = (message: BusMessage) => void;

/**
 * `alone`: there are no other instances. `degraded`: they are not heard at the moment, so the database has to be asked
 * for what they wrote.
 */
export type BusHealth = 'alone' | 'ok' | 'degraded';

/** Instances notice an outage and its end at different moments: for so long after it something may be missed still. */
export const CAUTION_MS = 5_000;

/**
 * Carries what became durable from the services to the gateways of all instances. Local delivery is synchronous, in
 * the order of publishing (per room the order of `rev`), and waits for nothing. What comes from other instances is
 * a hint: it may come late, twice or not at all, and the database knows.
 */
export abstract class EventBus {
  /** Hands messages to the other instances and to every local listener, in their order. Never throws and never waits. */
  abstract publish(...messages: readonly BusMessage[]): void;

  /** Listens from now on; the returned function ends it. */
  abstract subscribe(listener: BusListener): () => void;

  /** Asks the other instances for a topic, since sockets of this one listen to it now. */
  abstract follow(topic: Topic): void;

  /** Nobody here listens to the topic any more. */
  abstract unfollow(topic: Topic): void;

  /** Resolves once all topics that are followed are heard, or at once while the bus is degraded. */
  abstract settled(): Promise<void>;

  abstract get health(): BusHealth;

  /** How often the other instances were lost since the start, if only for a moment. */
  abstract get losses(): number;
}

export function topicOf(message: BusMessage): Topic {
  switch (message.to) {
    case 'room':
    case 'sight':
      return topic.room(message.roomId);
    case 'user':
      return topic.user(message.userId);
    case 'everyone':
      return topic.everyone;
    case 'session':
      return topic.session(message.sessionId);
    case 'instances':
      return topic.instances;
    case 'instance':
      return topic.instance(message.instanceId);
  }
}
