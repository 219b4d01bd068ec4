import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, sessions, rooms, members and the message log. Times are ISO 8601 text; ids are UUIDv7 text. */
export class Foundation1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['messages', 'members', 'rooms', 'sessions', 'users']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

const TABLES = [
  `CREATE TABLE users (
     id text PRIMARY KEY NOT NULL,
     username text NOT NULL UNIQUE,
     display_name text NOT NULL,
     password_hash text NOT NULL,
     kind text NOT NULL,
     created_at text NOT NULL
   )`,
  `CREATE TABLE sessions (
     id text PRIMARY KEY NOT NULL,
     user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     token_hash text NOT NULL UNIQUE,
     created_at text NOT NULL,
     last_seen_at text NOT NULL,
     expires_at text NOT NULL
   )`,
  `CREATE INDEX sessions_user ON sessions (user_id)`,
  `CREATE TABLE rooms (
     id text PRIMARY KEY NOT NULL,
     kind text NOT NULL,
     name text,
     topic text,
     direct_key text UNIQUE,
     member_count integer NOT NULL,
     last_seq integer NOT NULL,
     rev integer NOT NULL,
     created_at text NOT NULL,
     last_activity_at text NOT NULL
   )`,
  `CREATE INDEX rooms_directory ON rooms (kind, last_activity_at, id)`,
  `CREATE TABLE members (
     room_id text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
     user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     role text NOT NULL,
     read_seq integer NOT NULL,
     delivered_seq integer NOT NULL,
     rev integer NOT NULL,
     joined_at text NOT NULL,
     left_at text,
     PRIMARY KEY (room_id, user_id)
   )`,
  `CREATE INDEX members_user ON members (user_id, left_at)`,
  `CREATE INDEX members_rev ON members (room_id, rev)`,
  `CREATE TABLE messages (
     id text PRIMARY KEY NOT NULL,
     room_id text NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
     seq integer NOT NULL,
     rev integer NOT NULL,
     sender_id text NOT NULL REFERENCES users (id),
     client_id text NOT NULL,
     kind text NOT NULL,
     body text NOT NULL,
     first_body_hash text,
     created_at text NOT NULL,
     edited_at text,
     deleted_at text,
     UNIQUE (room_id, seq),
     UNIQUE (room_id, sender_id, client_id)
   )`,
  `CREATE INDEX messages_rev ON messages (room_id, rev)`,
];
