import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase } from './create-database.js';

/** The variables that give a server a fresh database: of PostgreSQL in the runs that have one, else SQLite's file. */
export async function freshDatabase(): Promise<Record<string, string>> {
  const url = inject('postgresUrl');
  return url === undefined ? {} : freshDatabaseOn(url);
}

/** The variables that give a server a fresh database on this PostgreSQL. */
export async function freshDatabaseOn(url: string): Promise<Record<string, string>> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  return { DATABASE_URL: await createDatabase(url, name) };
}
