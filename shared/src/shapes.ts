import * as z from 'zod/mini';
import { ClientId, Id, Seq, Time } from './primitives.js';

export const User = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    about: z.nullable(z.string()),
    avatarUrl: z.nullable(z.string()),
    kind: z.enum(['human', 'bot']),
    createdAt: Time,
  })
  .register(z.globalRegistry, { id: 'User' });
export type User = z.infer<typeof User>;

export const RoomKind = z.enum(['public', 'private', 'direct']);
export type RoomKind = z.infer<typeof RoomKind>;

export const Role = z.enum(['owner', 'admin', 'member']);
export type Role = z.infer<typeof Role>;

export const Message = z
  .object({
    id: Id,
    roomId: Id,
    seq: Seq,
    rev: Seq,
    senderId: Id,
    clientId: ClientId,
    kind: z.enum(['text', 'system']),
    body: z.string(),
    /** The place, in the same room, of the message that this one answers. */
    replyTo: z.nullable(Seq),
    /** The members whom the body mentions by `@username`. */
    mentions: z.array(Id),
    createdAt: Time,
    editedAt: z.nullable(Time),
    deletedAt: z.nullable(Time),
  })
  .register(z.globalRegistry, { id: 'Message' });
export type Message = z.infer<typeof Message>;

/** How a member keeps a room in the own list; nobody else sees it. */
export const Preferences = z
  .object({
    /** Muted until then; `FOREVER` for good. A time that has passed means nothing. */
    mutedUntil: z.nullable(Time),
    pinnedAt: z.nullable(Time),
    /** Archived then; the next message brings the room back, unless it is muted. */
    archivedAt: z.nullable(Time),
    markedUnread: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'Preferences' });
export type Preferences = z.infer<typeof Preferences>;

/**
 * The caller's own place in a room; `unread` is always `lastSeq - readSeq`. `mentions` are the places of unread messages
 * that mention the caller, ascending, at most the newest hundred.
 */
export const Membership = z
  .object({
    role: Role,
    readSeq: Seq,
    deliveredSeq: Seq,
    unread: Seq,
    mentions: z.array(Seq),
    joinedAt: Time,
    ...Preferences.shape,
  })
  .register(z.globalRegistry, { id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const Member = z
  .object({
    user: User,
    role: Role,
    readSeq: Seq,
    deliveredSeq: Seq,
    joinedAt: Time,
    leftAt: z.nullable(Time),
  })
  .register(z.globalRegistry, { id: 'Member' });
export type Member = z.infer<typeof Member>;

/** How far every present member has received and read a room: the lowest of their cursors. */
export const Watermark = z.object({ readSeq: Seq, deliveredSeq: Seq }).register(z.globalRegistry, { id: 'Watermark' });
export type Watermark = z.infer<typeof Watermark>;

export const Room = z
  .object({
    id: Id,
    kind: RoomKind,
    name: z.nullable(z.string()),
    topic: z.nullable(z.string()),
    memberCount: z.int().check(z.minimum(0)),
    lastSeq: Seq,
    rev: Seq,
    createdAt: Time,
    lastMessage: z.nullable(Message),
    watermark: Watermark,
    me: z.nullable(Membership),
    /** The other one of a direct room. */
    peer: z.nullable(User),
  })
  .register(z.globalRegistry, { id: 'Room' });
export type Room = z.infer<typeof Room>;

/** A page of a list; `next` is the opaque cursor of the following page, or null at the end. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
const page = <T extends z.ZodMiniType>(item: T, id: string) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) }).register(z.globalRegistry, { id });

export const UserPage = page(User, 'UserPage');
export const RoomPage = page(Room, 'RoomPage');
export const MemberPage = page(Member, 'MemberPage');
