import type { TestProject } from 'vitest/node';
import { PostgresServer } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, for the tests that are run on it; absent in those on SQLite. */
    postgresUrl?: string;
  }
}

/** Starts a PostgreSQL for the run; the returned function ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await PostgresServer.start();
  project.provide('postgresUrl', postgres.url);
  return () => postgres.stop();
}
