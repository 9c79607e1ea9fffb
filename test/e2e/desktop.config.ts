import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/e2e/desktop/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A real browser on a busy machine: a lost frame is tried once more; a fault fails twice.
    retry: 1,
    // One app at a time: they share a display and two cores.
    fileParallelism: false,
    maxWorkers: 1,
    pool: 'forks',
  },
});
