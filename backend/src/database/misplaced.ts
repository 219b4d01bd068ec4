import { dirname } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import { ConfigError } from '../config/config.js';

const NOT_WRITABLE = 'this user may not write there';
const NOT_A_FOLDER = 'it is no folder';
const NO_ANSWER = 'PostgreSQL does not answer there';
const NOT_LET_IN = 'PostgreSQL does not take this user or password';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
  SQLITE_CANTOPEN: NOT_WRITABLE,
  SQLITE_READONLY: NOT_WRITABLE,
  SQLITE_READONLY_DIRECTORY: NOT_WRITABLE,
  ENOENT: 'no folder can be made there',
  EEXIST: NOT_A_FOLDER,
  ENOTDIR: NOT_A_FOLDER,
  ENOSPC: 'the disk is full',
  SQLITE_FULL: 'the disk is full',
  SQLITE_BUSY: 'another process has locked its database',
  SQLITE_NOTADB: 'its parley.sqlite is no SQLite database',
  ECONNREFUSED: NO_ANSWER,
  EHOSTUNREACH: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ENOTFOUND: 'no host has that name',
  EAI_AGAIN: 'no host has that name',
  '28000': NOT_LET_IN,
  '28P01': NOT_LET_IN,
  '3D000': 'PostgreSQL has no such database; make it first',
};

/** What keeps the database from opening, as the trouble of the variable that says where it is: one line, without a password. */
export function misplaced(options: DataSourceOptions, error: unknown): ConfigError {
  const { code = '', message } = error as { code?: string; message: string };
  return new ConfigError(`${placeOf(options)} cannot be used: ${REASONS[code] ?? message}.`, { cause: error });
}

function placeOf(options: DataSourceOptions): string {
  if (options.type !== 'postgres') return `DATA_DIR: ${dirname(String(options.database))}`;
  const { host, pathname } = new URL(String(options.url));
  return `DATABASE_URL: ${host}${pathname}`;
}
