import type { RoomKind } from '#shared';
import type { Refused } from './refusal.js';

/** What a member's client says of the member: has received, or read, the room up to a place. */
export interface Receipt {
  readonly what: 'read' | 'delivered';
  readonly roomId: string;
  readonly userId: string;
  readonly seq: number;
}

/** Where a member stands. */
export interface Cursors {
  readonly readSeq: number;
  /** What others may know of `readSeq`. */
  readonly shownReadSeq: number;
  readonly deliveredSeq: number;
  readonly markedUnread: boolean;
}

/** A member's place in a room, as the transaction has read it. */
export interface Seat extends Cursors {
  readonly kind: RoomKind;
  readonly lastSeq: number;
  readonly isMember: boolean;
  readonly shareReceipts: boolean;
}

/** Where the member stands after a receipt. */
export interface Standing {
  readonly readSeq: number;
  readonly deliveredSeq: number;
  readonly lastSeq: number;
}

/** What became of one receipt of a batch. */
export type ReceiptOutcome = Standing | Refused;

/** A member whose cursors or mark a batch has moved: how they stood, and how they stand. */
export interface Moved {
  readonly roomId: string;
  readonly userId: string;
  readonly before: Cursors;
  readonly after: Cursors;
}

export const seatKey = ({ roomId, userId }: Pick<Receipt, 'roomId' | 'userId'>): string => `${roomId}:${userId}`;
