import type { RoomState } from '#shared';

/** Up to where everybody else in a room has received and read. */
export interface Reach {
  readonly deliveredSeq: number;
  readonly readSeq: number;
}

export type Delivered = 'stored' | 'delivered' | 'read';

const NOWHERE: Reach = { deliveredSeq: 0, readSeq: 0 };

/** As long as the client does not know every member's cursor it says no more than what is certain. */
export function reachOf({ room, members }: RoomState, userId: string): Reach {
  const present = Object.values(members);
  const others = present.filter(({ user }) => user.id !== userId);
  if (others.length === 0 || present.length < room.memberCount) return NOWHERE;
  return {
    deliveredSeq: Math.min(...others.map(({ deliveredSeq }) => deliveredSeq)),
    readSeq: Math.min(...others.map(({ readSeq }) => readSeq)),
  };
}

/** How far a stored message has come with the others. */
export function deliveryAt(seq: number, { deliveredSeq, readSeq }: Reach): Delivered {
  if (seq <= readSeq) return 'read';
  return seq <= deliveredSeq ? 'delivered' : 'stored';
}
