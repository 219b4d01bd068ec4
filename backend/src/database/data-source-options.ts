import { join } from 'node:path';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { Foundation1764000000000 } from './migrations/0001-foundation.js';
import { ReadState1764100000000 } from './migrations/0002-read-state.js';

/** How long SQLite may wait for another process's lock: it freezes the event loop, so the rest of the wait is asynchronous. */
const LOCK_WAIT_MS = 20;
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
/** A statement that takes longer has met a fault: it is given up, so that what waits behind it is answered. */
const STATEMENT_TIMEOUT_MS = 5_000;
/**
 * The log ahead of the file is moved into it once it is so long, 32 MiB: a batch touches some 400 pages, and after the usual
 * 1,000 every third batch would wait for its pages to be written a second time.
 */
const CHECKPOINT_PAGES = 8_000;

const migrations = [Foundation1764000000000, ReadState1764100000000];

interface Pragmas {
  pragma(statement: string): unknown;
}

/** The options of the one data source: PostgreSQL where an address is given, else the SQLite file. */
export const dataSourceOptions = ({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): DataSourceOptions =>
  databaseUrl === undefined ? sqlite(dataDir) : postgres(databaseUrl);

/** WAL, so that reads go on beside a write; FULL, so that a commit is on the disk before it is acknowledged. */
const sqlite = (dataDir: string): DataSourceOptions => ({
  type: 'better-sqlite3',
  database: join(dataDir, 'parley.sqlite'),
  enableWAL: true,
  timeout: LOCK_WAIT_MS,
  prepareDatabase: (database: Pragmas) => {
    database.pragma('synchronous = FULL');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  },
  migrations,
});

const postgres = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: 'parley',
  poolSize: POOL_SIZE,
  connectTimeoutMS: CONNECT_TIMEOUT_MS,
  extra: { statement_timeout: STATEMENT_TIMEOUT_MS, query_timeout: STATEMENT_TIMEOUT_MS + 1_000 },
  migrations,
});
