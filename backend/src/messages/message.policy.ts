import type { Role, RoomKind } from '#shared';
import { forbidden, notFound } from '../common/domain-error.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';

/** Where a sender stands towards a room; no role means no member. */
export interface SenderPlace {
  readonly kind: RoomKind;
  readonly role: Role | null;
}

/** The place itself when its owner may send; otherwise throws what the room's kind lets an outsider know. */
export function requireSender<T extends SenderPlace>(place: T | undefined): T {
  if (place?.role) return place;
  if (place?.kind === 'public') throw forbidden('Join the room first.');
  throw notFound('There is no such room.');
}

/** Own messages that still stand may be edited. */
export function requireEditor(userId: string, message: MessageEntity): void {
  if (message.senderId !== userId) throw forbidden('Only the sender can edit a message.');
  if (message.deletedAt) throw forbidden('A deleted message cannot be edited.');
}

/** Own messages may be deleted, and any by those who moderate the room. */
export function requireDeleter(userId: string, role: Role, message: MessageEntity): void {
  if (message.senderId === userId || role === 'owner' || role === 'admin') return;
  throw forbidden('Only the sender or a moderator can delete a message.');
}
