import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The database of a data folder, seeded for Parley: the comparators read the same one. */
export const openDatabase = (folder: string): Database.Database => new Database(join(folder, 'parley.sqlite'));

export interface Seat {
  readonly userId: string;
  readonly roomId: string;
}

/** Who sits where, by token hash: what a comparator has in place of sessions and members. */
export function readSeats(database: Database.Database): Map<string, Seat> {
  const rows = database
    .prepare(
      `SELECT token_hash AS tokenHash, members.user_id AS userId, room_id AS roomId
         FROM sessions JOIN members ON members.user_id = sessions.user_id`,
    )
    .all() as (Seat & { tokenHash: string })[];
  return new Map(rows.map(({ tokenHash, userId, roomId }) => [tokenHash, { userId, roomId }]));
}

/** The seat that a token gives, if any. */
export const seatOf = (seats: ReadonlyMap<string, Seat>, token: unknown): Seat | undefined =>
  seats.get(createHash('sha256').update(String(token)).digest('hex'));
