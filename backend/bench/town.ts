import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly roomId: string;
  readonly role: 'owner' | 'member';
  readonly sessionId: string;
  readonly token: string;
  readonly tokenHash: string;
}

/** Everybody whom a workload needs: signed in, and in one room each. */
export interface Town {
  readonly roomIds: readonly string[];
  readonly people: readonly Person[];
  readonly membersPerRoom: number;
}

/** A town of so many rooms of so many members; the people of a room stand beside each other. */
export function town(rooms: number, membersPerRoom: number): Town {
  const roomIds = Array.from({ length: rooms }, () => v7());
  const people = roomIds.flatMap((roomId) =>
    Array.from({ length: membersPerRoom }, (_, index) => person(roomId, index === 0 ? 'owner' : 'member')),
  );
  return { roomIds, people, membersPerRoom };
}

function person(roomId: string, role: Person['role']): Person {
  const token = randomBytes(32).toString('base64url');
  const id = v7();
  return {
    id,
    username: `person-${id}`,
    roomId,
    role,
    sessionId: v7(),
    token,
    tokenHash: createHash('sha256').update(token).digest('hex'),
  };
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The rows of a town, by table: the columns in the order of `COLUMNS`. */
export function rowsOf({ roomIds, people, membersPerRoom }: Town): Record<Table, (string | number | null)[][]> {
  const now = new Date().toISOString();
  const expiry = new Date(Date.now() + 30 * DAY_MS).toISOString();
  return {
    users: people.map(({ id, username }) => [id, username, username, 'none', 'human', now]),
    sessions: people.map(({ id, sessionId, tokenHash }) => [sessionId, id, tokenHash, now, now, expiry]),
    rooms: roomIds.map((id, index) => [id, 'private', `Room ${index}`, membersPerRoom, 0, 1, now, now]),
    members: people.map(({ id, roomId, role }) => [roomId, id, role, 0, 0, 1, now]),
  };
}

export const COLUMNS = {
  users: ['id', 'username', 'display_name', 'password_hash', 'kind', 'created_at'],
  sessions: ['id', 'user_id', 'token_hash', 'created_at', 'last_seen_at', 'expires_at'],
  rooms: ['id', 'kind', 'name', 'member_count', 'last_seq', 'rev', 'created_at', 'last_activity_at'],
  members: ['room_id', 'user_id', 'role', 'read_seq', 'delivered_seq', 'rev', 'joined_at'],
} as const;

export type Table = keyof typeof COLUMNS;
export const TABLES = Object.keys(COLUMNS) as Table[];
