import { expect, test, vi } from 'vitest';
import { loadOrchestrator } from '../../wasm/module/index';
import { runInputOf } from '../../wasm/module/run_of';
import { loadRuns } from '../../wasm/module/runs';
import type { PipelineDefinition } from '../../wasm/module/types';
import { LargeWork } from '../../web/src/engine/large_work';
import type { Port } from '../../web/src/engine/protocol';
import { reportOf } from '../../web/src/engine/report';
import { isLarge } from '../../web/src/engine/size';
import { readPipeline } from '../../web/src/formats/pipeline_file';
import { addStep, openPipeline, removeStep, renameStep } from '../../web/src/state/edits';
import { Session } from '../../web/src/state/session';
import { Store } from '../../web/src/state/store';
import { nearbyWorker, runWasm, wasm } from './nearby_worker';

const engine = await loadOrchestrator({ wasmBinary: wasm() });

const small: PipelineDefinition = { name: 'small', steps: [{ name: 'a' }] };

function chain(count: number, name = 'large'): PipelineDefinition {
  const steps = Array.from({ length: count }, (_, at) =>
    at === 0 ? { name: 'step 0' } : { name: `step ${at}`, depends_on: [`step ${at - 1}`] },
  );
  return { name, steps };
}

function sessionWith(open: () => Port, definition = small): Session {
  const document = { definition, breakage: [] };
  const store = new Store({ document, cursor: 0, speed: 1, theme: 'system' });
  const deliver = async () => ({ port: open(), wasm: wasm() });
  return new Session(engine, store, async () => new LargeWork(engine, deliver));
}

const settled = (session: Session) => vi.waitFor(() => expect(session.preparing).toBeNull());
const file = (text: string, name = 'mine.json') => new File([text], name);

test('a large pipeline is prepared beside the page, and the one before it stays until then', async () => {
  const session = sessionWith(nearbyWorker);
  const phases = new Set<string>();
  session.subscribe(() => phases.add(session.preparing?.phase ?? ''));
  session.open(openPipeline(chain(4000)));
  expect(session.preparing).not.toBeNull();
  expect(session.analysis.definition).toBe(small);
  expect(session.breakOrMend).toBeNull();
  session.seek(2);
  expect(session.frame?.moment.cursor).toBe(2);
  await settled(session);
  expect(phases).toContain('Checking 4,000 steps');
  expect(session.analysis.definition).toBe(session.store.definition);
  expect(session.cursor).toBe(0);
  expect(session.analysis.length).toBe(engineLength(chain(4000)));
  expect(session.analysis.tierOf(3999)).toBe(3999);
});

function engineLength(definition: PipelineDefinition): number {
  const traced = engine.trace(definition);
  if (!traced.ok) return 0;
  using trace = traced.trace;
  return trace.length;
}

test('a large pipeline is broken, found to stall and mended', async () => {
  const session = sessionWith(nearbyWorker);
  session.open(openPipeline(chain(4000)));
  await settled(session);
  session.toggleBreak();
  await settled(session);
  expect(session.frame?.stalled).toBe(true);
  expect(session.analysis.stall?.onCycle).toHaveLength(4000);
  expect(session.frame?.standing(7).kind).toBe('cycle');
  expect(session.breakOrMend).toBe('mend');
  session.toggleBreak();
  await settled(session);
  expect(session.analysis.stall).toBeNull();
  expect(session.cursor).toBe(0);
});

test('of edits in a row the last one counts', async () => {
  const asked: string[] = [];
  const session = sessionWith(() => nearbyWorker(asked));
  session.open(openPipeline(chain(5000)));
  for (const name of ['a', 'ab', 'abc']) session.edit(addStep(name));
  await settled(session);
  expect(session.analysis.definition).toBe(session.store.definition);
  expect(session.analysis.definition.steps).toHaveLength(5003);
  expect(asked.filter((kind) => kind === 'prepare').length).toBeLessThanOrEqual(2);
  expect(session.notice).toBeNull();
});

test('cancelling leaves things as they were, and the next large pipeline gets a new worker', async () => {
  let workers = 0;
  const session = sessionWith(() => {
    workers += 1;
    return nearbyWorker();
  });
  session.open(openPipeline(chain(4000)));
  await new Promise<void>((resolve) => {
    session.subscribe(() => session.preparing?.phase.startsWith('Checking') && resolve());
  });
  session.cancelPreparation();
  expect(session.preparing).toBeNull();
  expect(session.store.definition).toBe(small);
  expect(session.analysis.definition).toBe(small);
  expect(session.store.undoLabel).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session.analysis.definition).toBe(small);
  session.redo();
  await settled(session);
  expect(session.analysis.definition.steps).toHaveLength(4000);
  expect(workers).toBe(2);
});

test('undoing while it is prepared is as good as cancelling', async () => {
  const session = sessionWith(nearbyWorker);
  session.open(openPipeline(chain(4000)));
  await settled(session);
  const large = session.analysis;
  session.edit(renameStep(0, 'step 0', 'first'));
  expect(session.preparing).not.toBeNull();
  session.undo();
  expect(session.preparing).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(session.analysis).toBe(large);
});

test('a worker that fails costs a sentence, and small pipelines go on working', async () => {
  const broken = () => {
    const port = nearbyWorker();
    port.postMessage = () => setTimeout(() => port.onerror?.({ message: 'out of memory' }));
    return port;
  };
  const session = sessionWith(broken);
  session.open(openPipeline(chain(4000)));
  await settled(session);
  expect(session.store.definition).toBe(small);
  expect(session.notice).toMatchObject({ canReload: true });
  expect(session.notice?.text).toMatch(/could not be prepared.*out of memory/);
  session.edit(addStep('b'));
  expect(session.analysis.definition.steps).toHaveLength(2);
});

test('a worker that cannot be had costs a sentence too', async () => {
  const session = sessionWith(() => {
    throw new Error('no worker here');
  });
  session.open(openPipeline(chain(4000)));
  await settled(session);
  expect(session.notice?.text).toMatch(/no worker here/);
  expect(session.store.definition).toBe(small);
});

test('mistakes in a large pipeline are told like those in a small one', async () => {
  const session = sessionWith(nearbyWorker);
  session.open(openPipeline(chain(4000)));
  await settled(session);
  session.edit(renameStep(5, 'step 5', ''));
  await settled(session);
  expect(session.analysis.trace).toBeNull();
  expect(session.analysis.diagnostics).toEqual(engine.check(session.store.definition));
  session.edit(removeStep(5, ''));
  await settled(session);
});

test('a large pipeline is run beside the page, and only the first lines of its report are shown', async () => {
  const session = sessionWith(nearbyWorker);
  session.open(openPipeline(chain(4000)));
  await settled(session);
  const running = session.runAtLength();
  session.seek(3);
  expect(session.preparing?.phase).toMatch(/Running|Getting/);
  const ran = await running;
  if (!ran?.ok) throw new Error('It can run.');
  const run = ran.report;
  expect(run.text.split('\n')).toHaveLength(401);
  const report = engine.reportText(session.store.definition);
  expect(await run.whole.text()).toBe(report.ok && report.text);
  expect(run.more).toBe((await run.whole.text()).trimEnd().split('\n').length - 400);
});

test.each(['course', 'github-actions', 'gitlab', 'airflow', 'argo'] as const)(
  'beside the page a large pipeline runs by the rules that are chosen: %s',
  async (policy) => {
    const { steps } = chain(4000);
    const flaky = { name: 'flaky', max_retries: 2, action: { fails: 2, duration_ms: 7 } };
    const definition = { name: 'large', workers: 3, steps: [flaky, ...steps] };
    const session = sessionWith(nearbyWorker);
    session.open(openPipeline(definition));
    await settled(session);
    const delay = { kind: 'exponential', base_ms: 500, jitter: 0.5, seed: 7 } as const;
    const ran = await session.runAtLength({ policy, delay });
    const runs = await loadRuns({ wasmBinary: runWasm() });
    const input = runInputOf(engine, definition);
    if (!ran?.ok || !input.ok) throw new Error('It can run.');
    using run = runs.open(input, { policy, delay });
    expect(await ran.report.whole.text()).toBe(run.reportText());
    const told = await session.runAtLength({ policy, delay }, 'junit');
    expect(told?.ok && (await told.report.whole.text())).toBe(run.junit());
    expect(ran.report.passed).toBe(
      policy === 'gitlab' || policy === 'airflow' || policy === 'argo',
    );
  },
);

test('short reports are shown whole', () => {
  expect(reportOf(true, 'a\nb\n')).toMatchObject({ text: 'a\nb\n', more: 0 });
  expect(reportOf(true, '')).toMatchObject({ text: '', more: 0 });
  expect(reportOf(true, 'x\n'.repeat(402))).toMatchObject({ text: 'x\n'.repeat(400), more: 2 });
});

test('a file is opened, small or large, and undo brings back what was there', async () => {
  const session = sessionWith(nearbyWorker);
  await session.openFile(file(JSON.stringify({ ...chain(3), note: 'kept' })));
  expect(session.store.definition).toEqual({ ...chain(3), note: 'kept' });
  await session.openFile(file(JSON.stringify({ ...chain(9000), note: 'kept' })));
  await settled(session);
  expect(session.analysis.definition).toEqual({ ...chain(9000), note: 'kept' });
  session.undo();
  expect(session.store.definition.steps).toHaveLength(3);
  session.undo();
  expect(session.store.definition).toBe(small);
});

test('a file that is no pipeline costs a sentence and nothing else', async () => {
  const session = sessionWith(nearbyWorker);
  await session.openFile(file('{', 'torn.json'));
  expect(session.notice?.text).toMatch(/^'torn.json' could not be opened. It is not JSON: /);
  await session.openFile(file(`${JSON.stringify(chain(9000))}}`));
  expect(session.notice?.text).toMatch(
    /It is not JSON: something is wrong at line 1, column \d+\.$/,
  );
  const huge = new File([], 'huge.json');
  Object.defineProperty(huge, 'size', { value: 3e8 });
  await session.openFile(huge);
  expect(session.notice?.text).toMatch(/too large: 300 MB/);
  expect(session.store.definition).toBe(small);
  expect(session.preparing).toBeNull();
});

test.each([
  ['', 'It is not JSON: there is nothing in it.'],
  ['{"steps": [\n1,\n}', 'It is not JSON: something is wrong at line 3, column 1.'],
  ['{"steps": [{"name": "a"}', 'It is not JSON: it ends too early.'],
  ['{"steps": [],}', 'It is not JSON: something is wrong at line 1, column 14.'],
  ['{"steps": []} x', 'It is not JSON: something is wrong at line 1, column 15.'],
  ['{"steps": [{"name": "a\nb"}]}', 'It is not JSON: something is wrong at line 1, column 21.'],
  ['[]', 'It holds a list, and not a pipeline with a list of "steps".'],
  ['null', 'It holds nothing, and not a pipeline with a list of "steps".'],
  ['{}', 'It has no list of "steps", so it is not a pipeline.'],
  ['{"steps": "all"}', 'Its "steps" are a text, and not a list.'],
  ['{"steps": [{"name": "a"}, 7]}', 'Step 2 is a number, and not an object with a name.'],
  ['{"steps": [{}]}', 'Step 1 has no name that is a text.'],
  [
    '{"steps": [{"name": "a", "depends_on": "b"}]}',
    'Step 1 has a "depends_on" that is not a list of names.',
  ],
  ['{"steps": [{"name": "a", "action": 1}]}', 'Step 1 has an "action" that is not an object.'],
])('what cannot be read is said: %j', (text, problem) => {
  expect(readPipeline(text)).toEqual({ ok: false, problem });
});

test('a byte order mark is no mistake', () => {
  expect(readPipeline('\uFEFF{"steps":[]}')).toEqual({ ok: true, definition: { steps: [] } });
});

test('where a text stops being JSON is found wherever that is', () => {
  const whole = JSON.stringify({ a: [1, -2.5e3, 'é"\\', null, { b: true }], steps: [] });
  for (let at = 0; at < whole.length; at += 1) {
    const torn = `${whole.slice(0, at)}%${whole.slice(at)}`;
    const read = readPipeline(torn);
    // Within a text the sign is as good as any other.
    if (!read.ok) expect(read.problem).toMatch(/wrong at line 1, column \d+|no list of "steps"/);
  }
});

test('steps and dependencies make a pipeline large', () => {
  expect(isLarge(chain(2500))).toBe(false);
  expect(isLarge(chain(2501))).toBe(true);
});

test('a worker that dies before it was asked anything is told of all the same', async () => {
  const session = sessionWith(() => {
    const port = nearbyWorker();
    setTimeout(() => port.onerror?.({ message: 'gone' }));
    return port;
  });
  session.open(openPipeline(chain(60_000)));
  await settled(session);
  expect(session.notice?.text).toMatch(/could not be prepared.*gone/);
  expect(session.store.definition).toBe(small);
});
