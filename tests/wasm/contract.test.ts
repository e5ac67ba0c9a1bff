import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  diamond,
  loadOrchestrator,
  orchestrator,
  pipeline,
  readJson,
  twoStepCycle,
} from './module.js';

const demo = readJson('core/samples/demo-etl.json');

describe('loadOrchestrator', () => {
  test('takes the bytes of the wasm where they cannot be fetched', async () => {
    const wasmBinary = readFileSync(
      new URL('../../dist/module/generated/core.wasm', import.meta.url),
    );
    const own = await loadOrchestrator({ wasmBinary });
    expect(own.sort(diamond)).toEqual({ ok: true, order: ['a', 'b', 'c', 'd'] });
  });

  test('knows its version and the pseudo-code', () => {
    expect(orchestrator.version).toBe((readJson('package.json') as { version: string }).version);
    expect(orchestrator.pseudocode).toHaveLength(8);
    expect(orchestrator.pseudocode[3]).toContain('take the first step out');
  });
});

describe('check', () => {
  test('has nothing to say of a pipeline without mistakes', () => {
    expect(orchestrator.check(demo)).toEqual([]);
    expect(orchestrator.check({ steps: [] })).toEqual([]);
  });

  test('reports all mistakes at once, errors before warnings, each with its place', () => {
    const diagnostics = orchestrator.check({
      colour: 'red',
      steps: [
        { name: 'a', depends_on: ['ghost'], max_retries: 0 },
        { name: 'a', timeout_ms: 0 },
        { name: 'b', depends_on: ['c'] },
        { name: 'c', depends_on: ['b'], dependsOn: [] },
      ],
    });
    expect(diagnostics.map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['invalid_max_retries', 'error', '/steps/0/max_retries'],
      ['invalid_timeout', 'error', '/steps/1/timeout_ms'],
      ['duplicate_step', 'error', '/steps/1/name'],
      ['unknown_dependency', 'error', '/steps/0/depends_on/0'],
      ['cyclic_dependency', 'error', '/steps/2/depends_on/0'],
      ['unknown_field', 'warning', '/colour'],
      ['unknown_field', 'warning', '/steps/3/dependsOn'],
    ]);
    const unknown = diagnostics.find(({ code }) => code === 'unknown_dependency');
    expect(unknown?.message).toBe("Step 'a' depends on unknown step 'ghost'");
    expect(unknown?.steps).toEqual(['a']);
    const cyclic = diagnostics.find(({ code }) => code === 'cyclic_dependency');
    expect(cyclic?.message).toContain('b -> c -> b');
    expect(diagnostics.at(-1)?.hint).toBe("Did you mean 'depends_on'?");
  });

  test("lets the course's unmended rules be chosen", () => {
    const definition = { steps: [{ name: 'a', max_retries: 0 }] };
    expect(orchestrator.check(definition).map(({ code }) => code)).toEqual(['invalid_max_retries']);
    expect(orchestrator.check(definition, { validation: 'course' })).toEqual([]);
  });
});

describe('sort and tiers', () => {
  test('an empty pipeline sorts to an empty order', () => {
    expect(orchestrator.sort({ steps: [] })).toEqual({ ok: true, order: [] });
    expect(orchestrator.tiers({ steps: [] })).toEqual({ ok: true, tiers: [] });
  });

  test('steps that are ready together share a tier', () => {
    expect(orchestrator.tiers(diamond)).toEqual({ ok: true, tiers: [['a'], ['b', 'c'], ['d']] });
  });

  test('a cycle is a failure that says where it closes', () => {
    for (const result of [orchestrator.sort(twoStepCycle), orchestrator.tiers(twoStepCycle)]) {
      expect(result).toMatchObject({
        ok: false,
        diagnostics: [{ code: 'cyclic_dependency', steps: ['a', 'b'] }],
      });
    }
  });

  test('leaves the definition as it was', () => {
    const frozen = Object.freeze({ steps: Object.freeze([Object.freeze({ name: 'a' })]) });
    expect(orchestrator.sort(frozen)).toEqual({ ok: true, order: ['a'] });
  });
});

describe('columns', () => {
  test('are given for a cyclic graph too, with the dependencies that close a cycle', () => {
    expect(orchestrator.columns(twoStepCycle)).toEqual({
      ok: true,
      columns: [['a'], ['b'], ['c']],
      back: [{ from: 'b', to: 'a' }],
    });
  });

  test('need dependencies that are known', () => {
    expect(orchestrator.columns(pipeline('a < ghost'))).toMatchObject({ ok: false });
  });
});

describe('simulate', () => {
  const flaky = {
    steps: [
      { name: 'a', max_retries: 2, action: { fails: 1, output: 'done', duration_ms: 10 } },
      { name: 'b', depends_on: ['a'], action: { fails: 'always', error: 'boom' } },
      { name: 'c', action: { output: 'apart' } },
      { name: 'd', depends_on: ['b'] },
    ],
  };
  const statuses = (failFast: boolean) => {
    const report = orchestrator.simulate(flaky, { failFast });
    return report.ok && report.results.map(({ step, status }) => `${step} ${status}`);
  };

  test('gives the report of the run', () => {
    const report = orchestrator.simulate(flaky, { failFast: false });
    expect(report).toMatchObject({ ok: true, passed: false, total_duration_ms: 20 });
    expect(report.ok && report.results[0]).toEqual({
      step: 'a',
      status: 'SUCCESS',
      attempts: 2,
      duration_ms: 20,
      output: 'done',
      error: '',
    });
  });

  test('fail-fast skips all that follows a failure, continue-on-error only what depends on it', () => {
    expect(statuses(false)).toEqual(['a SUCCESS', 'c SUCCESS', 'b FAILED', 'd SKIPPED']);
    const early = orchestrator.simulate(
      { steps: [{ name: 'a', action: { fails: 'always' } }, { name: 'b' }] },
      { failFast: true },
    );
    expect(early.ok && early.results.map(({ status }) => status)).toEqual(['FAILED', 'SKIPPED']);
  });

  test("takes the definition's fail_fast unless told otherwise", () => {
    const steps = [{ name: 'a', action: { fails: 'always' } }, { name: 'b' }];
    const lastStatus = (definition: unknown) => {
      const report = orchestrator.simulate(definition);
      return report.ok && report.results[1]?.status;
    };
    expect(lastStatus({ steps })).toBe('SKIPPED');
    expect(lastStatus({ steps, fail_fast: false })).toBe('SUCCESS');
  });

  test('a step that takes too long fails at its timeout, in no time', () => {
    const report = orchestrator.simulate({
      steps: [{ name: 'a', timeout_ms: 50, max_retries: 2, action: { duration_ms: 1e9 } }],
    });
    expect(report.ok && report.results[0]).toMatchObject({
      status: 'FAILED',
      attempts: 2,
      duration_ms: 100,
      error: 'timed out after 50 ms',
    });
  });

  test('an empty pipeline passes', () => {
    expect(orchestrator.simulate({ steps: [] })).toEqual({
      ok: true,
      passed: true,
      total_duration_ms: 0,
      results: [],
    });
  });

  test("reportText prints the course's text for the demo pipeline", () => {
    expect(orchestrator.reportText(demo)).toEqual({
      ok: true,
      passed: true,
      text: `Pipeline PASSED
  [SUCCESS] extract (1 attempt(s), 0ms)
  [SUCCESS] validate (1 attempt(s), 0ms)
  [SUCCESS] transform (1 attempt(s), 0ms)
  [SUCCESS] load (1 attempt(s), 0ms)
  [SUCCESS] notify (1 attempt(s), 0ms)
Total: 1ms
`,
    });
  });
});

describe('sortIds', () => {
  test('sorts plain numbers', () => {
    const { order, stalled } = orchestrator.sortIds(3, new Uint32Array([2, 1, 1, 0]));
    expect([...order]).toEqual([2, 1, 0]);
    expect(stalled).toBe(false);
    expect(orchestrator.sortIds(2, new Uint32Array([0, 1, 1, 0])).stalled).toBe(true);
  });

  test('throws at ids that do not exist, half pairs and impossible counts', () => {
    expect(() => orchestrator.sortIds(1, new Uint32Array([0, 1]))).toThrow(RangeError);
    expect(() => orchestrator.sortIds(1, new Uint32Array([0]))).toThrow(RangeError);
    expect(() => orchestrator.sortIds(-1, new Uint32Array())).toThrow(RangeError);
    expect(() => orchestrator.sortIds(1.5, new Uint32Array())).toThrow(RangeError);
  });

  test('throws when there is no memory for so many steps, and is as usable as before', () => {
    for (const count of [2 ** 27, 2 ** 28, 2 ** 32 - 2]) {
      expect(() => orchestrator.sortIds(count, new Uint32Array())).toThrow(RangeError);
    }
    expect([...orchestrator.sortIds(2, new Uint32Array([1, 0])).order]).toEqual([1, 0]);
  });
});
