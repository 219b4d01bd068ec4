import type { EventOf, Message, SendPayload } from '#shared';
import { v7 } from 'uuid';

/** A message as Parley would store and send it, so that all contenders move the same bytes. */
export const newMessage = ({ roomId, clientId, body }: SendPayload, senderId: string, seq: number): Message => ({
  id: v7(),
  roomId,
  seq,
  rev: seq + 1,
  senderId,
  clientId,
  kind: 'text',
  body,
  replyTo: null,
  mentions: [],
  createdAt: new Date().toISOString(),
  editedAt: null,
  deletedAt: null,
});

export const createdEvent = (message: Message): EventOf<'message.created'> => ({
  type: 'message.created',
  roomId: message.roomId,
  rev: message.rev,
  message,
});
