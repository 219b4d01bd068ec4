import { createHash } from 'node:crypto';
import type { MessageEntity } from '../rooms/log/message.entity.js';

/** The fingerprint that stays of a body which an edit or a deletion replaces. */
export const bodyHash = (body: string): string => createHash('sha256').update(body).digest('hex');

/** True when `body` is what the message said when it was first sent: then a repeated send is a retry. */
export const isFirstBody = (message: MessageEntity, body: string): boolean =>
  message.firstBodyHash ? message.firstBodyHash === bodyHash(body) : message.body === body;
