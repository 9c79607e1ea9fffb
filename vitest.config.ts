import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Making an archive derives a key on purpose slowly; on a busy machine that is more than the usual 10 s.
    hookTimeout: 60_000,
    // Two processes: the suite must hold on a machine with two cores.
    maxWorkers: 2,
    pool: 'forks',
  },
});
