import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** The variables that give a server a fresh database: of PostgreSQL in the runs that have one, else SQLite's file. */
export async function freshDatabase(): Promise<Record<string, string>> {
  const url = inject('postgresUrl');
  return url === undefined ? {} : freshDatabaseOn(url);
}

/** The variables that give a server a fresh database on this PostgreSQL. */
export async function freshDatabaseOn(url: string): Promise<Record<string, string>> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return { DATABASE_URL: `${url}/${name}` };
}
