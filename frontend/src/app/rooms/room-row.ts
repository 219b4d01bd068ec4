import type { Message, Room, RoomState } from '#shared';
import { listTime } from '../ui/time-labels';
import { deliveryAt, reachOf, type Delivered } from './delivery';
import { faceOf, type RoomFace } from './room-names';

/** A conversation as the list shows it. */
export interface RoomRow extends RoomFace {
  readonly roomId: string;
  readonly isPrivate: boolean;
  readonly time: string;
  readonly preview: string;
  /** How far the reader's own last message has come; null under the words of others. */
  readonly tick: Delivered | null;
  readonly deleted: boolean;
  readonly unread: number;
}

/** The moment that a conversation is sorted by. */
export const lastActivity = (room: Room): string => room.lastMessage?.createdAt ?? room.createdAt;

/** Newest first; the id settles a draw, so that rows never change places for nothing. */
export function byLastActivity(a: Room, b: Room): number {
  const [left, right] = [lastActivity(a), lastActivity(b)];
  if (left === right) return a.id < b.id ? 1 : -1;
  return left < right ? 1 : -1;
}

export function matchesSearch(room: Room, search: string): boolean {
  return faceOf(room).title.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}

/** @param nameOf the display name of a user id, or null where it is not known */
export function roomRow(held: RoomState, userId: string, nameOf: (id: string) => string | null, now: Date): RoomRow {
  const { room } = held;
  const last = room.lastMessage;
  const own = last?.kind === 'text' && last.senderId === userId;
  const deleted = last?.deletedAt != null;
  return {
    ...faceOf(room),
    roomId: room.id,
    isPrivate: room.kind === 'private',
    time: listTime(lastActivity(room), now),
    preview: last ? previewOf(last, room, own, nameOf) : emptyPreview(room),
    tick: own && !deleted ? deliveryAt(last.seq, reachOf(held, userId)) : null,
    deleted,
    unread: room.me?.unread ?? 0,
  };
}

function previewOf(message: Message, room: Room, own: boolean, nameOf: (id: string) => string | null): string {
  if (message.deletedAt) return own ? 'You deleted this message' : 'This message was deleted';
  const text = message.body.replace(/\s+/gu, ' ');
  const sender = own || room.kind === 'direct' || message.kind === 'system' ? null : nameOf(message.senderId);
  return sender ? `${firstName(sender)}: ${text}` : text;
}

const emptyPreview = (room: Room): string => room.topic ?? 'No messages yet';

const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
