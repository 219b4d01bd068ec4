import type { Role, RoomKind } from '#shared';
import { forbidden, notFound } from '../common/domain-error.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';

/**
 * The room and the present membership of who writes or reads there; otherwise throws what the room's kind lets an
 * outsider know.
 */
export function requireInside<P extends { readonly kind: RoomKind }, M extends object>(
  place: P | undefined,
  member: M | null | undefined,
): { place: P; member: M } {
  if (place && member) return { place, member };
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
