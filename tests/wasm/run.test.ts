/** Runs: simulated with every event at hand, and carried out with functions. */
import { describe, expect, test } from 'vitest';
import type { PolicyId, RunOptions, RunTrace } from '../../wasm/module/index.js';
import { orchestrator, pipeline, twoStepCycle } from './module.js';

function opened(definition: unknown, options?: RunOptions): RunTrace {
  const run = orchestrator.openRun(definition, options);
  if (!run.ok) throw new Error('It can run.');
  return run.run;
}

const sentences = (run: RunTrace) =>
  Array.from({ length: run.length }, (_, cursor) => run.sentence(cursor).text);

/** a fails once, then works; b depends on it; c is slow. */
const flaky = {
  steps: [
    { name: 'a', max_retries: 2, action: { fails: 1, error: 'boom', duration_ms: 10 } },
    { name: 'b', depends_on: ['a'], action: { duration_ms: 5, output: 'done' } },
    { name: 'c', action: { duration_ms: 40 } },
  ],
};

describe('a simulated run', () => {
  test('may have so many steps that the memory grows while they are handed over', () => {
    const steps = Array.from({ length: 200_000 }, (_, at) => ({
      name: `step ${at}`,
      depends_on: at < 2 ? [] : [`step ${at - 1}`, `step ${at - 2}`],
    }));
    const run = opened({ steps });
    expect(run.length).toBe(2 * steps.length + 2);
    run.dispose();
  });

  test('tells what happens, event by event', () => {
    const run = opened(flaky, { workers: 2, delay: { kind: 'constant', base_ms: 20 } });
    expect(sentences(run)).toEqual([
      'The run begins. Steps: 3. 2 workers take each as soon as it may start.',
      "'a' starts on worker 1: it depends on nothing.",
      "'c' starts on worker 2: it depends on nothing.",
      "Attempt 1 of 'a' fails. It may make up to 2.",
      "'a' waits 20 ms before attempt 2. No worker is held up by that.",
      "'a' starts again on worker 1: attempt 2 of at most 2.",
      "'c' succeeds at the first attempt.",
      "'a' succeeds at attempt 2.",
      "'b' starts on worker 1: everything that it depends on has succeeded.",
      "'b' succeeds at the first attempt.",
      'The run PASSED: every step succeeded.',
    ]);
    expect(run.event(4)).toEqual({
      kind: 'wait',
      time: 10,
      until: 30,
      step: 0,
      cause: -1,
      attempts: 1,
      worker: -1,
      reason: 'failed',
    });
    expect(run.sentence(5).params).toMatchObject({ step: { kind: 'step', value: 0 } });
    expect(run.complete).toBe(true);
    run.dispose();
  });

  test('says what every step is at any event', () => {
    const run = opened(flaky, { workers: 2, delay: { kind: 'constant', base_ms: 20 } });
    expect(run.stepStates(4).map(({ status, worker }) => [status, worker])).toEqual([
      ['RUNNING', -1],
      ['PENDING', -1],
      ['RUNNING', 1],
    ]);
    expect(run.stepState(4, 0)).toMatchObject({ reason: 'failed', attempts: 1, until: 30 });
    for (const cursor of [10, 0, 6]) {
      expect(run.stepStates(cursor)).toEqual([0, 1, 2].map((step) => run.stepState(cursor, step)));
    }
    expect(run.stepStates(10).map(({ status }) => status)).toEqual(Array(3).fill('SUCCESS'));
    run.dispose();
  });

  test('has the same events all at once and one by one', () => {
    const run = opened(flaky, { workers: 2, delay: { kind: 'constant', base_ms: 20 } });
    const all = Array.from({ length: run.length }, (_, cursor) => run.event(cursor));
    expect(run.events()).toEqual(all);
    expect(all).toHaveLength(11);
    run.dispose();
    expect(() => run.events()).toThrow('disposed');
  });

  test('lies in time as bars, with its bounds', () => {
    const run = opened(flaky, { workers: 2, delay: { kind: 'constant', base_ms: 20 } });
    expect(run.attempts).toEqual([
      { step: 0, number: 1, worker: 0, start: 0, end: 10, outcome: 'fail' },
      { step: 2, number: 1, worker: 1, start: 0, end: 40, outcome: 'succeed' },
      { step: 0, number: 2, worker: 0, start: 30, end: 40, outcome: 'succeed' },
      { step: 1, number: 1, worker: 0, start: 40, end: 45, outcome: 'succeed' },
    ]);
    expect(run.waits).toEqual([{ step: 0, after: 1, start: 10, end: 30 }]);
    expect(run.makespan).toBe(45);
    expect(run.criticalPath).toEqual([0, 1]);
    expect(run.bounds).toEqual({ work: 65, criticalPath: 45, workOverWorkers: 32.5 });
    expect(run.idle).toBe(25);
    run.dispose();
  });

  test('is reported as text, JSON and JUnit', () => {
    const failing = {
      name: 'a < b',
      steps: [
        { name: 'a', action: { fails: 'always', error: '<no> "way"', duration_ms: 1500 } },
        { name: 'b', depends_on: ['a'] },
        { name: 'c', action: { output: 'x' } },
      ],
    };
    const run = opened(failing, { fail_fast: false });
    expect(run.reportText()).toContain('  [FAILED ] a (1 attempt(s), 1500ms)\n');
    expect(JSON.parse(run.json())).toMatchObject({ passed: false, total_duration_ms: 1500 });
    expect(run.junit()).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="a &lt; b" tests="3" failures="1" errors="0" skipped="1" time="1.500">
  <testcase name="a" classname="a &lt; b" time="1.500">
    <failure type="failed" message="'a' is FAILED: its only attempt failed.">&lt;no&gt; &quot;way&quot;</failure>
  </testcase>
  <testcase name="c" classname="a &lt; b" time="0.000">
    <system-out>x</system-out>
  </testcase>
  <testcase name="b" classname="a &lt; b" time="0.000">
    <skipped message="'b' is SKIPPED: it depends on 'a', which failed."/>
  </testcase>
</testsuite>
`);
    expect(run.report.results[2]).toMatchObject({ step: 'b', reason: 'upstream', cause: 'a' });
    run.dispose();
  });

  test('follows the policy that it is given', () => {
    const words = orchestrator.policies.map(({ id }) => {
      const run = opened(pipeline('a', 'b < a'), { policy: id });
      run.dispose();
      const failing = opened(
        {
          steps: [
            { name: 'a', action: { fails: 'always' } },
            { name: 'b', depends_on: ['a'] },
          ],
        },
        { policy: id, fail_fast: false },
      );
      const state = failing.report.results.map(({ word }) => word);
      expect(failing.policy.stateWord('FAILED', 'failed')).toBe(state[0]);
      failing.dispose();
      return [id, ...state];
    });
    expect(words).toEqual([
      ['course', 'FAILED', 'SKIPPED'],
      ['github-actions', 'failure', 'skipped'],
      ['gitlab', 'failed', 'skipped'],
      ['airflow', 'failed', 'upstream_failed'],
      ['argo', 'Failed', 'Omitted'],
    ]);
  });

  test('that passes although a step failed says why', () => {
    const ends = (definition: unknown, policy: PolicyId) => {
      const run = opened(definition, { policy, workers: 2 });
      const [last] = sentences(run).slice(-1);
      run.dispose();
      return last;
    };
    const failing = { name: 'a', action: { fails: 'always' } };
    const allowed = { steps: [{ ...failing, allow_failure: true }] };
    expect(ends(allowed, 'gitlab')).toBe(
      'The run PASSED all the same, for every failure is allowed. Succeeded: 0, failed: 1, skipped: 0.',
    );
    const before = {
      steps: [
        failing,
        { name: 'b', action: { duration_ms: 5 } },
        { name: 'c', depends_on: ['b'] },
        { name: 'd', depends_on: ['a'] },
      ],
    };
    expect(ends(before, 'airflow')).toBe(
      'The run PASSED all the same, for only steps on which none depends count, and none of them failed or was blocked. Succeeded: 0, failed: 2, skipped: 2.',
    );
  });

  test('by tiers waits for whole tiers', () => {
    const definition = {
      steps: [
        { name: 'a' },
        { name: 'b', action: { duration_ms: 50 } },
        { name: 'c', depends_on: ['a'], action: { duration_ms: 50 } },
      ],
    };
    const ready = opened(definition, { workers: 2 });
    const tiers = opened(definition, { workers: 2, by_tiers: true });
    expect([ready.makespan, tiers.makespan]).toEqual([50, 100]);
    ready.dispose();
    tiers.dispose();
  });

  test('of nothing has two events', () => {
    const run = opened({ steps: [] }, { workers: 7 });
    expect(sentences(run)).toEqual(['There is nothing to run.', 'A run of nothing passes.']);
    expect(run.criticalPath).toEqual([]);
    run.dispose();
  });

  test('is refused for what cannot run, and for options that are none', () => {
    expect(orchestrator.openRun(twoStepCycle)).toMatchObject({ ok: false });
    const wrong: RunOptions[] = [
      { workers: 0 },
      { workers: 1.5 },
      { workers: Number.NaN },
      { policy: 'jenkins' as never },
      { delay: { kind: 'random' as never } },
      { delay: { kind: 'constant', base_ms: -1 } },
      { delay: { kind: 'constant', jitter: Number.NaN } },
    ];
    for (const options of wrong) {
      expect(() => orchestrator.openRun(flaky, options), JSON.stringify(options)).toThrow(
        RangeError,
      );
    }
  });

  test('is gone once it is disposed of', () => {
    const run = opened(flaky);
    expect(() => run.event(run.length)).toThrow(RangeError);
    expect(() => run.stepState(0, 3)).toThrow(RangeError);
    run.dispose();
    run.dispose();
    expect(() => run.event(0)).toThrow('disposed');
  });
});

test('each policy says whether it knows fail-fast', () => {
  const ids = orchestrator.policies.filter((policy) => policy.knowsFailFast).map(({ id }) => id);
  expect(ids).toEqual(['course', 'airflow', 'argo']);
});

test('every transition leads from one status to another for a reason', () => {
  expect(orchestrator.transitions.length).toBeGreaterThan(10);
  for (const { name, from, to, reason, when } of orchestrator.transitions) {
    expect(['PENDING', 'RUNNING'], name).toContain(from);
    expect(when, name).not.toBe('');
    if (to === 'FAILED' || to === 'SKIPPED') expect(reason, name).not.toBe('none');
  }
});

describe('a run that is carried out', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test('calls functions, at once as many as there are workers', async () => {
    let running = 0;
    let most = 0;
    const command = async () => {
      most = Math.max(most, ++running);
      await pause(20);
      running--;
      return 'done';
    };
    const definition = pipeline('a', 'b', 'c', 'd < a b c');
    const report = await orchestrator.run(
      definition,
      { a: command, b: command, c: command, d: () => 7 },
      { workers: 2 },
    );
    expect(most).toBe(2);
    expect(report).toMatchObject({ passed: true, cancelled: false });
    expect(report.results.map(({ step, output }) => `${step} ${output}`)).toEqual([
      'a done',
      'b done',
      'c done',
      'd 7',
    ]);
  });

  test('retries what throws, and tells why it gave up', async () => {
    const numbers: number[] = [];
    const definition = {
      steps: [
        { name: 'a', max_retries: 3 },
        { name: 'b', depends_on: ['a'] },
      ],
    };
    const report = await orchestrator.run(definition, {
      a({ number }) {
        numbers.push(number);
        throw new Error(`no ${number}`);
      },
    });
    expect(numbers).toEqual([1, 2, 3]);
    expect(report.passed).toBe(false);
    expect(report.results[0]).toMatchObject({ status: 'FAILED', attempts: 3, error: 'no 3' });
    expect(report.results[1]?.status).toBe('SKIPPED');
  });

  test('aborts an attempt that takes too long, and ignores what comes of it', async () => {
    const reasons: string[] = [];
    const definition = { steps: [{ name: 'a', timeout_ms: 30 }] };
    const report = await orchestrator.run(definition, {
      a: ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason.name);
            resolve('too late');
          });
        }),
    });
    expect(reasons).toEqual(['TimeoutError']);
    expect(report.results[0]).toMatchObject({
      status: 'FAILED',
      reason: 'timed_out',
      output: '',
      error: 'timed out after 30 ms',
    });
  });

  test('is cancelled by its signal, and still gives its report', async () => {
    const controller = new AbortController();
    const reasons: string[] = [];
    const run = orchestrator.run(
      pipeline('a', 'b < a'),
      {
        a: ({ signal }) =>
          new Promise(() =>
            signal.addEventListener('abort', () => reasons.push(signal.reason.name)),
          ),
      },
      { signal: controller.signal },
    );
    await pause(10);
    controller.abort();
    const report = await run;
    expect(reasons).toEqual(['AbortError']);
    expect(report).toMatchObject({ passed: false, cancelled: true });
    expect(report.results.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'FAILED cancelled',
      'SKIPPED cancelled',
    ]);
    const none = await orchestrator.run(pipeline('a'), {}, { signal: AbortSignal.abort() });
    expect(none.results[0]?.status).toBe('SKIPPED');
  });

  test('tells its events as they happen', async () => {
    const told: string[] = [];
    await orchestrator.run(
      pipeline('a'),
      { a: () => 'done' },
      { onEvent: ({ kind, step, sentence }) => told.push(`${kind} ${step}: ${sentence}`) },
    );
    expect(told).toEqual([
      'begin null: The run begins. Steps: 1. One worker takes them, one after another.',
      "start a: 'a' starts on worker 1: it depends on nothing.",
      "succeed a: 'a' succeeds at the first attempt.",
      'end null: The run PASSED: every step succeeded.',
    ]);
  });

  test('refuses what cannot run, strangers, and a listener that throws', async () => {
    await expect(orchestrator.run(twoStepCycle, {})).rejects.toThrow(TypeError);
    await expect(orchestrator.run(pipeline('a'), { b: () => 1 })).rejects.toThrow("'b'");
    const throws = () => {
      throw new Error('enough');
    };
    await expect(orchestrator.run(pipeline('a'), {}, { onEvent: throws })).rejects.toThrow(
      'enough',
    );
  });

  test('plays the action of a step without a function', async () => {
    const report = await orchestrator.run(
      {
        steps: [{ name: 'a', max_retries: 2, action: { fails: 1, duration_ms: 5, output: 'ok' } }],
      },
      {},
    );
    expect(report.results[0]).toMatchObject({ status: 'SUCCESS', attempts: 2, output: 'ok' });
    expect(report.results[0]?.duration_ms).toBeGreaterThanOrEqual(8);
  });
});
