import { defineConfig } from 'vitest/config';

/** The tests of the data: every one runs on both databases. */
const DATA = ['auth', 'catch-up', 'members', 'messages', 'people', 'read-state', 'receipts', 'rooms', 'sockets'];

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'],
          // Several instances share a PostgreSQL: the file of SQLite has one.
          exclude: ['test/instances.spec.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...DATA, 'instances'].map((name) => `test/${name}.spec.ts`),
          globalSetup: ['test/support/postgres.ts'],
        },
      },
    ],
  },
});
