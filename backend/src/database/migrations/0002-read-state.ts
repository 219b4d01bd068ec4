import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replies, mentions, how members keep their rooms, and what people say and show of themselves. */
export class ReadState1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CHANGES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['avatars', 'mentions']) await queryRunner.query(`DROP TABLE ${table}`);
    for (const [table, columns] of Object.entries(COLUMNS)) {
      for (const column of columns) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
  }
}

const COLUMNS = {
  users: ['about', 'avatar_id', 'admin', 'share_presence', 'share_receipts', 'last_seen_at'],
  members: ['shown_read_seq', 'muted_until', 'pinned_at', 'archived_at', 'marked_unread'],
  messages: ['reply_to', 'mentions'],
};

const CHANGES = [
  `ALTER TABLE users ADD COLUMN about text`,
  `ALTER TABLE users ADD COLUMN avatar_id text`,
  `ALTER TABLE users ADD COLUMN admin boolean NOT NULL DEFAULT false`,
  `ALTER TABLE users ADD COLUMN share_presence boolean NOT NULL DEFAULT true`,
  `ALTER TABLE users ADD COLUMN share_receipts boolean NOT NULL DEFAULT true`,
  `ALTER TABLE users ADD COLUMN last_seen_at text`,
  `UPDATE users SET admin = true WHERE id = (SELECT MIN(id) FROM users)`,
  `ALTER TABLE members ADD COLUMN shown_read_seq integer NOT NULL DEFAULT 0`,
  `ALTER TABLE members ADD COLUMN muted_until text`,
  `ALTER TABLE members ADD COLUMN pinned_at text`,
  `ALTER TABLE members ADD COLUMN archived_at text`,
  `ALTER TABLE members ADD COLUMN marked_unread boolean NOT NULL DEFAULT false`,
  `UPDATE members SET shown_read_seq = read_seq`,
  `ALTER TABLE messages ADD COLUMN reply_to integer`,
  `ALTER TABLE messages ADD COLUMN mentions text`,
  `CREATE TABLE mentions (
     user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     room_id text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
     seq integer NOT NULL,
     PRIMARY KEY (user_id, room_id, seq)
   )`,
  `CREATE TABLE avatars (
     id text PRIMARY KEY NOT NULL,
     user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     type text NOT NULL,
     bytes text NOT NULL,
     created_at text NOT NULL
   )`,
];
