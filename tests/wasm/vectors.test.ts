import { describe, expect, test } from 'vitest';
import type { Report } from '../../wasm/module/index.js';
import { orchestrator, readJson } from './module.js';

interface Vector {
  seed: number;
  pipeline: unknown;
  expect: {
    error?: string;
    message?: string;
    order?: string[];
    passed?: boolean;
    results?: Omit<Report['results'][number], 'duration_ms'>[];
  };
}

const vectors = readJson('tests/vectors/course-semantics.json') as Vector[];

describe("the course's own program", () => {
  test.each(vectors)('agrees on vector $seed', ({ pipeline, expect: expected }) => {
    const sorted = orchestrator.sort(pipeline);
    const report = orchestrator.simulate(pipeline);
    if (expected.error) {
      if (sorted.ok) throw new Error('sorted what the course refuses');
      expect(report).toEqual(sorted);
      expect(sorted.diagnostics.map(({ code }) => code)).toContain(expected.error);
      if (expected.message) {
        expect(sorted.diagnostics.map(({ message }) => message)).toContain(expected.message);
      }
    } else {
      expect(sorted).toEqual({ ok: true, order: expected.order });
      if (!report.ok) throw new Error('did not run');
      expect(report.passed).toBe(expected.passed);
      expect(report.results.map(({ duration_ms: _, ...rest }) => rest)).toEqual(expected.results);
    }
  });

  test('is compared on all of its sixty vectors', () => expect(vectors).toHaveLength(60));
});
