import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { User } from '#shared';

const MINUTE_MS = 60_000;
/** So many are written at a time, so that the server's own writes come in between. */
const BATCH = 2_000;

/** What the message at a place says: most are short, some long, some code. */
export function longRoomBody(seq: number): string {
  if (seq % 97 === 0) return `message ${seq}\n\`\`\`ts\nconst seq = ${seq};\nsend(seq);\n\`\`\``;
  if (seq % 11 === 0) return `message ${seq} ${'with more to say than others '.repeat((seq % 5) + 2)}`;
  return `message ${seq}`;
}

/** When the message at a place was written: one a minute, the last of them just now. */
export const longRoomTime = (seq: number, count: number, now: Date): Date =>
  new Date(now.getTime() - (count - seq) * MINUTE_MS);

/**
 * Writes so many messages of one person straight into the database, where sending them would take minutes. Every hundredth
 * answers one far above it. They are read by their writer.
 */
export function fillLongRoom(roomId: string, writer: User, count: number, now: Date): void {
  const database = new Database(join(process.env['E2E_DATA_DIR'] ?? '', 'parley.sqlite'), { timeout: 30_000 });
  try {
    const start = (database.prepare('SELECT last_seq FROM rooms WHERE id = ?').get(roomId) as { last_seq: number })
      .last_seq;
    const insert = database.prepare(
      `INSERT INTO messages (id, room_id, seq, rev, sender_id, client_id, kind, body, reply_to, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 'text', ?, ?, ?)`,
    );
    const write = database.transaction((from: number, to: number) => {
      for (let seq = from; seq <= to; seq++) {
        const replyTo = seq % 100 === 0 && seq > 50_000 ? seq - 50_000 : null;
        const at = longRoomTime(seq, count, now).toISOString();
        insert.run(randomUUID(), roomId, seq, seq + 1, writer.id, randomUUID(), longRoomBody(seq), replyTo, at);
      }
    });
    for (let from = start + 1; from <= count; from += BATCH) write(from, Math.min(count, from + BATCH - 1));
    database.prepare('UPDATE rooms SET last_seq = ?, rev = ? WHERE id = ?').run(count, count + 1, roomId);
    database
      .prepare('UPDATE members SET read_seq = ?, shown_read_seq = ?, delivered_seq = ? WHERE room_id = ?')
      .run(count, count, count, roomId);
  } finally {
    database.close();
  }
}
