import type { Room, Watermark } from '#shared';

/** Up to where all members of a room have received and read. */
export type Reach = Watermark;

export type Delivered = 'stored' | 'delivered' | 'read';

const NOWHERE: Reach = { deliveredSeq: 0, readSeq: 0 };

/** The sender's own cursors stand at what they sent, so the lowest of all is that of the others; alone there are none. */
export const reachOf = ({ memberCount, watermark }: Room): Reach => (memberCount < 2 ? NOWHERE : watermark);

/** How far a stored message has come with the others. */
export function deliveryAt(seq: number, { deliveredSeq, readSeq }: Reach): Delivered {
  if (seq <= readSeq) return 'read';
  return seq <= deliveredSeq ? 'delivered' : 'stored';
}
