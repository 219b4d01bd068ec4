import * as z from 'zod/mini';
import { Id, Seq, Time } from './primitives.js';
import { Account } from './account.js';
import { Member, Membership, Message, Room, User } from './shapes.js';

/** The part of a room that all its members see alike. */
export const RoomFacts = z.pick(Room, { name: true, topic: true, kind: true, memberCount: true });
export type RoomFacts = z.infer<typeof RoomFacts>;

const durable = { roomId: Id, rev: Seq };

export const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.created'), ...durable, message: Message }),
  z.object({ type: z.literal('message.updated'), ...durable, message: Message }),
  z.object({ type: z.literal('room.updated'), ...durable, room: RoomFacts }),
  z.object({ type: z.literal('member.updated'), ...durable, member: Member }),
  z.object({ type: z.literal('room.added'), room: Room }),
  z.object({ type: z.literal('room.removed'), roomId: Id }),
  z.object({ type: z.literal('receipt.updated'), roomId: Id, userId: Id, readSeq: Seq, deliveredSeq: Seq }),
  z.object({ type: z.literal('watermark.updated'), roomId: Id, readSeq: Seq, deliveredSeq: Seq }),
  z.object({ type: z.literal('membership.updated'), roomId: Id, me: Membership }),
  z.object({ type: z.literal('user.updated'), user: User }),
  z.object({ type: z.literal('account.updated'), account: Account }),
  z.object({ type: z.literal('typing'), roomId: Id, userId: Id, active: z.boolean() }),
  z.object({ type: z.literal('presence'), userId: Id, online: z.boolean(), lastSeenAt: z.nullable(Time) }),
]);
export type Event = z.infer<typeof Event>;
export type EventType = Event['type'];
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
/** The events that take a revision of their room. */
export type DurableEvent = Extract<Event, { rev: number }>;

export const Events = z.array(Event);
