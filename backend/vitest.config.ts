import { defineConfig } from 'vitest/config';

/** The tests of the data: every one runs on both databases. */
const DATA = [
  'account',
  'auth',
  'bad-input',
  'catch-up',
  'members',
  'membership-races',
  'mentions',
  'messages',
  'people',
  'preferences',
  'presence',
  'presence-in-view',
  'read-state',
  'receipts',
  'removed-meanwhile',
  'rooms',
  'sent-together',
  'sessions',
  'socket-input',
  'sockets',
];
/** The tests of several instances. */
const INSTANCES = ['instances', 'instances-database', 'instances-migrations', 'instances-presence'];

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    // Each file has a server of its own and waits for it much of the time.
    maxWorkers: 2,
    // No file leaves anything behind in a module, and reading Nest and TypeORM anew for each would take longer than its tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['src/**/*.spec.ts', 'test/*.spec.ts'],
          // Several instances share a PostgreSQL: the file of SQLite has one.
          exclude: INSTANCES.map((name) => `test/${name}.spec.ts`),
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...DATA, ...INSTANCES].map((name) => `test/${name}.spec.ts`),
          globalSetup: ['test/support/postgres.ts'],
        },
      },
    ],
  },
});
