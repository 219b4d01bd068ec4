import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['**/*.spec.mjs'], fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 },
});
