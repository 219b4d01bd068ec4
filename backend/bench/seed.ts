import Database from 'better-sqlite3';
import pg from 'pg';
import { COLUMNS, rowsOf, TABLES, type Person, type Town } from './town.js';

const ROWS_PER_STATEMENT = 500;

/** Writes a town into the file of a server that has migrated it and is not running: registering is throttled. */
export function seedSqlite(file: string, town: Town): void {
  withDatabase(file, (database) => {
    const rows = rowsOf(town);
    for (const table of TABLES) {
      const columns = COLUMNS[table];
      const insert = database.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rows[table]) insert.run(...row);
    }
  });
}

/** The same for PostgreSQL. */
export async function seedPostgres(url: string, town: Town): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const rows = rowsOf(town);
  for (const table of TABLES) {
    const columns = COLUMNS[table];
    for (let start = 0; start < rows[table].length; start += ROWS_PER_STATEMENT) {
      const chunk = rows[table].slice(start, start + ROWS_PER_STATEMENT);
      const places = chunk.map((row, index) => `(${row.map((_, at) => `$${index * row.length + at + 1}`).join(', ')})`);
      await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`, chunk.flat());
    }
  }
  // As autovacuum does in earnest, within a minute.
  await client.query('ANALYZE');
  await client.end();
}

/** Gives a room so many messages of a person's, who is in it, and has read them, from then on. */
export function seedMessages(file: string, roomId: string, { id: senderId }: Person, count: number): void {
  withDatabase(file, (database) => {
    database
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
         INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, created_at)
         SELECT printf('%s-%012d', substr(@roomId, -12), i), @roomId, i, i + 1, @senderId,
                printf('00000000-0000-4000-8000-%012d', i), 'text', 'message ' || i || ' of a long conversation',
                strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i, 'unixepoch') FROM n`,
      )
      .run({ roomId, senderId, count });
    database.prepare(`UPDATE rooms SET last_seq = @count, rev = @count + 1 WHERE id = @roomId`).run({ roomId, count });
    database
      .prepare(
        `INSERT INTO members (room_id, user_id, role, read_seq, shown_read_seq, delivered_seq, rev, joined_at)
         VALUES (@roomId, @senderId, 'member', @count, @count, @count, 1, '2023-11-14T00:00:00.000Z')
             ON CONFLICT DO UPDATE SET read_seq = @count, shown_read_seq = @count, delivered_seq = @count`,
      )
      .run({ roomId, senderId, count });
  });
}

function withDatabase(file: string, work: (database: Database.Database) => void): void {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = OFF');
  database.transaction(() => work(database))();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}
