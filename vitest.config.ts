import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Starts a PostgreSQL server once, when the first test asks for it.
    globalSetup: ['test/support/store/postgres-run.ts'],
    // Real servers, browsers and child processes: generous, so that a busy machine fails nothing.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores serve everything; more workers only make the slow ones slower.
    maxWorkers: 2,
  },
});
