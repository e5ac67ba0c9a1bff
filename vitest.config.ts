import { defineConfig } from 'vitest/config';

/** Limits against tests that hang, wide enough for a busy machine; speed is the benchmarks' matter. */
export default defineConfig({
  // Two files at a time even on two cores: tests of pages wait more than they work.
  test: { dir: 'tests', testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
});
