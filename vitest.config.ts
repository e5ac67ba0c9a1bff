import { defineConfig } from 'vitest/config';

/** Limits against tests that hang, wide enough for a busy machine; speed is the benchmarks' matter. */
export default defineConfig({
  test: { dir: 'tests', testTimeout: 60_000, hookTimeout: 60_000 },
});
