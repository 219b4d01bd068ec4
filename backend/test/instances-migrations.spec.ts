import pg from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { dataSourceOptions } from '../src/database/data-source-options.js';
import { openDatabase } from '../src/database/open-database.js';
import { freshDatabaseOn } from './support/database.js';

/** The lock under which instances migrate, one after the other. */
const MIGRATION_LOCK = 7_275_396;
/** In place of seconds, so that the test need not last any. */
const HOT_PATH = { statement_timeout: 200, query_timeout: 300 };

class SlowMigration1799999999999 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('SELECT pg_sleep(0.5)');
  }
  async down(): Promise<void> {
    // Nothing is left of it.
  }
}

describe('a migration on PostgreSQL', () => {
  let other: pg.Client;
  let options: DataSourceOptions;
  const opened: DataSource[] = [];
  beforeEach(async () => {
    const { DATABASE_URL: databaseUrl } = await freshDatabaseOn(inject('postgresUrl') ?? '');
    other = new pg.Client(databaseUrl);
    await other.connect();
    options = { ...dataSourceOptions({ databaseUrl, dataDir: '' }), extra: HOT_PATH };
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((dataSource) => dataSource.destroy()));
    await other.end();
  });

  const open = async (given: DataSourceOptions): Promise<DataSource> => {
    const dataSource = await openDatabase(given);
    opened.push(dataSource);
    return dataSource;
  };

  it('waits for that of another instance, however long that takes', async () => {
    await other.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const opening = open(options);
    const isPatient = async () => {
      const { rows } = await other.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'
            AND now() - query_start > interval '600 milliseconds'`,
      );
      return rows.length > 0;
    };
    const isOver = opening.then(() => Promise.reject(new Error('it has not waited')));
    await Promise.race([expect.poll(isPatient, { timeout: 10_000 }).toBe(true), isOver]);
    await other.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await (await opening).query('SELECT 1 FROM rooms');
  });

  it('takes longer than any other statement may', async () => {
    const migrations = [...(options.migrations as []), SlowMigration1799999999999];
    const dataSource = await open({ ...options, migrations });
    await expect(dataSource.query('SELECT pg_sleep(0.5)')).rejects.toThrow(/timeout/);
  });
});
