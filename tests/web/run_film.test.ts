import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCore } from '../../wasm/module/core';
import { loadRuns } from '../../wasm/module/runs';
import type { PipelineDefinition } from '../../wasm/module/types';
import { doingOf, giveDurations, makeStep } from '../../web/src/state/fail_edits';
import { RunDesk } from '../../web/src/state/run_desk';
import { RunFilm } from '../../web/src/state/run_film';
import { changeRules, rulesOf } from '../../web/src/state/run_rules';
import { Session } from '../../web/src/state/session';
import { wordsOf } from '../../web/src/state/standing';
import { Store } from '../../web/src/state/store';
import { pipeline } from '../wasm/module';

const wasm = (name: string) => ({
  wasmBinary: readFileSync(new URL(`../../wasm/module/generated/${name}.wasm`, import.meta.url)),
});
const engine = await loadCore(wasm('core'));
const runs = await loadRuns(wasm('run'));

/** `a` before `b`, which fails twice, before `c`; `d` waits for nothing. */
const failing: PipelineDefinition = {
  workers: 2,
  fail_fast: false,
  steps: [
    { name: 'a', action: { duration_ms: 100 } },
    { name: 'b', depends_on: ['a'], max_retries: 3, action: { duration_ms: 100, fails: 2 } },
    { name: 'c', depends_on: ['b'] },
    { name: 'd', action: { duration_ms: 50, fails: 'always' } },
    { name: 'e', depends_on: ['d'] },
  ],
};

function deskFor(definition: PipelineDefinition) {
  const document = { definition, breakage: [] };
  const session = new Session(
    engine,
    new Store({ document, cursor: 0, speed: 1, theme: 'system' }),
  );
  return { session, desk: new RunDesk(session, async () => runs) };
}

async function filmOf(definition: PipelineDefinition): Promise<RunFilm> {
  const { desk } = deskFor(definition);
  await desk.ready();
  const film = desk.run();
  if (!(film instanceof RunFilm)) throw new Error(`${film}`);
  return film;
}

test('a run has bars for its attempts, in order, with the events they begin and end by', async () => {
  const film = await filmOf(failing);
  const told = film.bars.map(({ step, number, worker, start, end, how }) => [
    film.analysis.nameOf(step),
    number,
    worker,
    start,
    end,
    how,
  ]);
  expect(told).toEqual([
    ['a', 1, 0, 0, 100, 'succeed'],
    ['d', 1, 1, 0, 50, 'fail'],
    ['b', 1, 0, 100, 200, 'fail'],
    ['b', 2, 0, 200, 300, 'fail'],
    ['b', 3, 0, 300, 400, 'succeed'],
    ['c', 1, 0, 400, 400, 'succeed'],
  ]);
  for (const { step, from, to } of film.bars) {
    expect(film.run.event(from)).toMatchObject({ kind: 'start', step });
    expect(film.run.event(to).step).toBe(step);
  }
});

test('a wait for another attempt is a bar without a worker', async () => {
  const { session, desk } = deskFor(failing);
  await desk.ready();
  const delay = { kind: 'constant', base_ms: 1000, jitter: 0, seed: 1 } as const;
  session.edit(changeRules('wait', { delay }));
  const film = desk.run();
  if (!(film instanceof RunFilm)) throw new Error(`${film}`);
  const waits = film.waits.map(({ step, number, worker, start, end }) => [
    step,
    number,
    worker,
    start,
    end,
  ]);
  expect(waits).toEqual([
    [1, 1, -1, 200, 1200],
    [1, 2, -1, 1300, 2300],
  ]);
});

test("a run's frames tell each step's standing, what is ready and what is settled", async () => {
  const film = await filmOf(failing);
  const first = film.frame(0);
  expect(first.order).toHaveLength(0);
  expect(Array.from(first.queue)).toEqual([0, 3]);
  expect(wordsOf(first.standing(0))).toBe('ready, 1st');
  expect(first.standing(1).kind).toBe('waiting');
  expect(first.inDegree(1)).toBe(1);
  const last = film.frame(film.length - 1);
  expect([0, 1, 2, 3, 4].map((step) => last.standing(step).kind)).toEqual([
    'succeeded',
    'succeeded',
    'succeeded',
    'failed',
    'blocked',
  ]);
  expect(wordsOf(last.standing(1))).toBe('at attempt 3');
  expect(last.order).toHaveLength(5);
  expect(last.isOff(0)).toBe(true);
  expect(last.sentence).toBe('The run FAILED. Succeeded: 3, failed: 1, skipped: 1.');
});

test('at every event the counts agree: settled, ready, and what still waits', async () => {
  const film = await filmOf(failing);
  for (let cursor = 0; cursor < film.length; cursor += 1) {
    const frame = film.frame(cursor);
    const kinds = film.analysis.definition.steps.map((_, step) => frame.standing(step).kind);
    const settled = film.run
      .stepStates(cursor)
      .filter(({ status }) => status !== 'PENDING' && status !== 'RUNNING');
    expect(frame.order).toHaveLength(settled.length);
    expect(frame.queue).toHaveLength(kinds.filter((kind) => kind === 'ready').length);
  }
});

test('a step whose last attempt has just failed is not said to try again', async () => {
  const film = await filmOf(failing);
  const words: Record<string, string> = {};
  for (const { step, number, to } of film.bars) {
    const { kind } = film.frame(to).standing(step);
    words[`${step} ${number}`] = `${kind}: ${wordsOf(film.frame(to).standing(step))}`;
    const next = wordsOf(film.frame(to + 1).standing(step));
    if (kind === 'failed') words[`${step} ${number} after`] = next;
  }
  expect(words).toMatchObject({
    '1 1': 'failed: attempt failed',
    '1 1 after': 'attempt 2',
    '3 1': 'failed: attempt failed',
    '3 1 after': 'failed, 1×',
  });
});

test('the run is shown in place of the trace, and the trace comes back where it was', async () => {
  const { session, desk } = deskFor(failing);
  session.seek(3);
  await desk.show(2);
  expect(session.cursor).toBe(2);
  expect(session.frame?.sentence).toBe("'d' starts on worker 2: it depends on nothing.");
  expect(session.store.work).toMatchObject({ cursor: 3, run: 2 });
  session.step(1);
  expect(session.cursor).toBe(3);
  session.seek(Number.POSITIVE_INFINITY);
  expect(session.cursor).toBe(session.length - 1);
  desk.showTrace();
  expect(session.cursor).toBe(3);
  expect(session.store.work.run).toBeUndefined();
  await desk.show();
  expect(session.atEnd).toBe(true);
});

test("while the run is shown a step is one event of it, whatever the trace's pace, and is called so", async () => {
  const { session, desk } = deskFor(failing);
  session.stepBy('by round', (by) => session.cursor + 5 * by);
  expect(session.forth).toBe('by round');
  await desk.show(0);
  expect(session.forth).toBe('forward');
  session.step(1);
  expect(session.cursor).toBe(1);
  desk.showTrace();
  expect(session.forth).toBe('by round');
});

test('an edit while the run is shown makes it another run', async () => {
  const { session, desk } = deskFor(failing);
  await desk.show();
  const { edit, message } = makeStep(3, 'd', 'works');
  session.edit(edit, message);
  expect(message).toBe("'d' now works.");
  session.seek(Number.POSITIVE_INFINITY);
  expect(session.frame?.sentence).toMatch(/^The run PASSED/);
});

test('a pipeline with a cycle says in one still frame that it cannot run', async () => {
  const { session, desk } = deskFor(pipeline('a < b', 'b < a'));
  await desk.show();
  expect(session.length).toBe(1);
  expect(session.frame?.sentence).toMatch(/^This pipeline cannot run\. .*a -> b -> a/);
  expect(session.frame?.standing(0).kind).toBe('waiting');
});

test('making a step fail allows it the attempts that it needs, and can be told again', () => {
  const document = { definition: pipeline('a', 'b < a') as PipelineDefinition, breakage: [] };
  const { edit, message } = makeStep(1, 'b', 'twice');
  const after = edit.apply(document).definition.steps[1];
  expect(after).toMatchObject({ max_retries: 3, action: { fails: 2 } });
  expect(message).toBe("'b' now fails twice, then works, so it may make at least 3 attempts.");
  expect(after && doingOf(after)).toBe('twice');
  const slow = makeStep(1, 'b', 'slow').edit.apply(document).definition.steps[1];
  expect(slow?.action).toEqual({ duration_ms: 40_000 });
  expect(slow && doingOf(slow)).toBe('slow');
});

test('giving every step a second leaves those alone that take their time already', () => {
  const document = { definition: failing, breakage: [] };
  const { steps } = giveDurations().apply(document).definition;
  expect(steps.map(({ action }) => action?.duration_ms)).toEqual([100, 100, 1000, 50, 1000]);
  expect(steps[3]?.action?.fails).toBe('always');
});

test('the rules that hold are part of the work: an edit like any other, which undo takes back', async () => {
  const { session, desk } = deskFor(failing);
  await desk.ready();
  const before = desk.run();
  session.edit(changeRules('run by the rules of gitlab', { policy: 'gitlab' }));
  const film = desk.run();
  if (!(film instanceof RunFilm)) throw new Error(`${film}`);
  expect(film.run.policy.id).toBe('gitlab');
  expect(session.store.undoLabel).toBe('run by the rules of gitlab');
  expect(session.store.work.document.rules).toEqual(desk.rules);
  session.undo();
  expect(desk.rules.policy).toBe('course');
  expect(desk.run()).not.toBe(before);
});

const usual = { policy: 'course', delay: { kind: 'none', base_ms: 1000, jitter: 0, seed: 1 } };

test.each([
  undefined,
  null,
  7,
  'gitlab',
  [],
  { policy: '__proto__', delay: 'constant' },
  { policy: 'constructor', delay: { kind: 'toString', base_ms: '5', jitter: -1, seed: 1e300 } },
  { policy: 'jenkins', delay: { base_ms: Number.POSITIVE_INFINITY, jitter: 1.5, seed: -2 } },
  { policy: ['gitlab'], delay: { base_ms: 1e12, jitter: null, seed: Number.NaN } },
])('rules that make no sense are as they usually are: %j', (rules) => {
  expect(rulesOf({ definition: failing, breakage: [], rules })).toEqual(usual);
});

test('of rules that make some sense this much holds', () => {
  const rules = { policy: 'argo', delay: { kind: 'constant', base_ms: 0, jitter: 0.5, seed: 7.9 } };
  expect(rulesOf({ definition: failing, breakage: [], rules })).toEqual({
    policy: 'argo',
    delay: { kind: 'constant', base_ms: 0, jitter: 0.5, seed: 7 },
  });
});

test('a pipeline too large to be watched says so, and asks nobody to run it', async () => {
  const steps = Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}` }));
  const { session, desk } = deskFor({ steps });
  await desk.show();
  expect(session.frame?.sentence).toMatch(/^With 20,001 steps this pipeline is too large to watch/);
  expect(session.preparing).toBeNull();
});
