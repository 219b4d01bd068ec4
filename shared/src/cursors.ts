import type { Membership, Room } from './shapes.js';

// How far somebody has received and read a room. Cursors only grow, so late news about them does no harm.

export interface Cursors {
  readonly readSeq: number;
  readonly deliveredSeq: number;
}

/** The news, unless its cursors stand further back than what is held. */
export const withCursorsOf = <T extends Cursors>(held: Cursors, news: T): T => ({ ...news, ...furthest(held, news) });

/** The further of both; who has read has received. */
export const furthest = (held: Cursors, news: Cursors): Cursors => ({
  readSeq: Math.max(held.readSeq, news.readSeq),
  deliveredSeq: Math.max(held.deliveredSeq, news.deliveredSeq, news.readSeq),
});

/** The membership in a room that has come to `lastSeq`. */
export const withUnread = (me: Membership, lastSeq: number): Membership => ({
  ...me,
  unread: Math.max(0, lastSeq - me.readSeq),
  mentions: me.mentions.some((place) => place <= me.readSeq)
    ? me.mentions.filter((place) => place > me.readSeq)
    : me.mentions,
});

/** News of the reader's membership, unless its cursors stand further back than what is held. */
export const newestMe = ({ me, lastSeq }: Room, news: Membership): Membership =>
  withUnread(me ? withCursorsOf(me, news) : news, lastSeq);
