import type { Role } from '#shared';
import { forbidden } from '../common/domain-error.js';
import type { MessageEntity } from '../rooms/log/message.entity.js';

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
