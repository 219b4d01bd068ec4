import { DataSource } from 'typeorm';

/** Any number that no other program in the same database uses for a lock of its own. */
const MIGRATION_LOCK = 7_275_396;

/** The limits of the hot path, which neither a migration of a large table nor the wait for another instance's has. */
const UNLIMITED = { statement_timeout: '0', query_timeout: 0 };

/**
 * Brings the schema up to date. Instances that start together on PostgreSQL take turns, since TypeORM has no lock
 * of its own; SQLite is opened by one instance, and locks its file.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const { options } = dataSource;
  if (options.type !== 'postgres') {
    await dataSource.runMigrations();
    return;
  }
  const patient = new DataSource({ ...options, entities: [], extra: { ...(options.extra as object), ...UNLIMITED } });
  await patient.initialize();
  try {
    await migrateInTurn(patient);
  } finally {
    await patient.destroy();
  }
}

async function migrateInTurn(dataSource: DataSource): Promise<void> {
  // The lock belongs to a connection of its own: it ends with it, whatever happens.
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations();
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
