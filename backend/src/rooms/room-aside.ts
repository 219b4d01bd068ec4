import { LIMITS, RECEIPTS } from '#shared';
import type { SelectQueryBuilder } from 'typeorm';
import type { RoomEntity } from './room.entity.js';
import type { RoomView } from './room.presenter.js';

/**
 * What stands beside a room and its `me` in the same row: the lowest cursors of its members unless it is large, one's own
 * mentions, and whether one shows receipts.
 */
export const withAside = (query: SelectQueryBuilder<RoomEntity>, userId: string): SelectQueryBuilder<RoomEntity> =>
  query
    .addSelect(lowest('shown_read_seq'), 'aside_read')
    .addSelect(lowest('delivered_seq'), 'aside_delivered')
    .addSelect(MENTIONS, 'aside_mentions')
    .addSelect('(SELECT self.share_receipts FROM users self WHERE self.id = :selfId)', 'aside_shares')
    .setParameter('selfId', userId);

const lowest = (column: string): string =>
  `CASE WHEN room.member_count <= ${RECEIPTS.detailedUpTo} THEN
    (SELECT MIN(each.${column}) FROM members each WHERE each.room_id = room.id AND each.left_at IS NULL) END`;

/** The newest places of unread mentions, joined by commas: in words that both databases know. */
const MENTIONS = `(SELECT string_agg(CAST(newest.seq AS text), ',') FROM
  (SELECT mention.seq FROM mentions mention
    WHERE mention.user_id = me.user_id AND mention.room_id = room.id AND mention.seq > me.read_seq
    ORDER BY mention.seq DESC LIMIT ${LIMITS.mentions}) newest)`;

export interface Aside {
  readonly aside_read: number | null;
  readonly aside_delivered: number | null;
  readonly aside_mentions: string | null;
  /** SQLite has no booleans of its own. */
  readonly aside_shares: boolean | number;
}

export type WithAside = Pick<RoomView, 'mentions' | 'watermark'>;

/** The places that `aside_mentions` joins, ascending. */
export const placesIn = (joinedByCommas: string | null): number[] =>
  (joinedByCommas ?? '')
    .split(',')
    .filter(Boolean)
    .map(Number)
    .sort((a, b) => a - b);
