import type { Message } from '#shared';
import { deliveryAt, type Delivered, type Reach } from '../../rooms/receipts/delivery';
import type { OutboxEntry } from '../../rooms/outbox/outbox-entry';

/** Whom a message mentions is the server's to say. */
const NOBODY: readonly string[] = [];

export type Delivery = 'pending' | Delivered | 'failed';

/** One message as the log shows it, be it from the server or still on its way there. */
export interface TimelineEntry {
  /** Stays the same when a pending message becomes a stored one, so that its bubble stays in place. */
  readonly key: string;
  /** Null while the message is on its way. */
  readonly seq: number | null;
  readonly clientId: string;
  readonly senderId: string;
  readonly kind: Message['kind'];
  readonly body: string;
  /** The place of the message that this one answers. */
  readonly replyTo: number | null;
  /** The ids of those whom it mentions. */
  readonly mentions: readonly string[];
  readonly createdAt: string;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly own: boolean;
  /** How far an own message has come; null for those of others and for what was deleted. */
  readonly delivery: Delivery | null;
  /** Why an own message was not sent. */
  readonly reason: string | null;
}

/** By this key a stored message is known, as it was while it was on its way. */
export const storedKey = ({ senderId, clientId }: Message): string => `${senderId}:${clientId}`;

/** @param reach up to where the others have received and read, which an own message tells */
export function storedEntry(message: Message, userId: string, reach: Reach): TimelineEntry {
  const own = message.senderId === userId;
  return {
    key: storedKey(message),
    seq: message.seq,
    clientId: message.clientId,
    senderId: message.senderId,
    kind: message.kind,
    body: message.body,
    replyTo: message.replyTo,
    mentions: message.mentions,
    createdAt: message.createdAt,
    edited: message.editedAt !== null,
    deleted: message.deletedAt !== null,
    own,
    delivery: own && !message.deletedAt ? deliveryAt(message.seq, reach) : null,
    reason: null,
  };
}

export function outboxEntry(entry: OutboxEntry, userId: string): TimelineEntry {
  return {
    key: `${userId}:${entry.clientId}`,
    seq: null,
    clientId: entry.clientId,
    senderId: userId,
    kind: 'text',
    body: entry.body,
    replyTo: entry.replyTo,
    mentions: NOBODY,
    createdAt: entry.createdAt,
    edited: false,
    deleted: false,
    own: true,
    delivery: entry.state === 'waiting' ? 'pending' : entry.state,
    reason: entry.reason,
  };
}
