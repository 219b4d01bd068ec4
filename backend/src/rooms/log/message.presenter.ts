import type { Message } from '#shared';
import type { MessageEntity } from './message.entity.js';

/** The wire shape of a stored message. */
export const presentMessage = (row: MessageEntity): Message => ({
  id: row.id,
  roomId: row.roomId,
  seq: row.seq,
  rev: row.rev,
  senderId: row.senderId,
  clientId: row.clientId,
  kind: row.kind,
  body: row.body,
  replyTo: row.replyTo,
  mentions: row.mentions === null ? [] : (JSON.parse(row.mentions) as string[]),
  createdAt: row.createdAt,
  editedAt: row.editedAt,
  deletedAt: row.deletedAt,
});
