import { defineConfig } from 'vitest/config';

/** What measures how long something takes runs before everything else, and beside nothing. */
const MEASURED = ['test/faults/locked.spec.ts'];
/** What has PostgreSQL in it; the rest runs on SQLite. */
const POSTGRES = ['test/faults/**/*.postgres.spec.ts'];

/** The fault suite: servers that are killed, locked, starved and flooded. `--mode long` does more of everything. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    provide: { effort: mode === 'long' ? 'long' : 'short' },
    testTimeout: mode === 'long' ? 1_200_000 : 180_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    // Each file is a load of its own.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'faults-measured', include: MEASURED, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.spec.ts'],
          exclude: [...MEASURED, ...POSTGRES],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults-postgres',
          include: POSTGRES,
          globalSetup: ['test/support/postgres.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));
