import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten } from '../../wasm/module/flatten';
import type * as PreparedModule from '../../wasm/module/prepared';
import type { Trace } from '../../wasm/module/types';
import { diamond, orchestrator, pipeline, readJson, twoStepCycle } from './module';

const built = new URL('../../dist/module/prepared.js', import.meta.url).href;
const { flattenSlowly, openPrepared, prepare } = (await import(
  /* @vite-ignore */ built
)) as typeof PreparedModule;

function drain<Item, Result>(
  generator: Generator<Item, Result>,
): { items: Item[]; result: Result } {
  const items: Item[] = [];
  for (;;) {
    const { done, value } = generator.next();
    if (done) return { items, result: value };
    items.push(value);
  }
}

/** Everything that a trace says, and everything about the definition around it. */
function told(trace: Trace) {
  const { orderIds, stall, standing, length } = trace;
  const events = Array.from({ length }, (_, cursor) => [
    trace.moment(cursor),
    trace.sentence(cursor),
    trace.frame(cursor),
  ]);
  const steps = standing?.length ?? orderIds.length;
  const dependents = Array.from({ length: steps }, (_, step) => [...trace.dependentsOf(step)]);
  trace.dispose();
  return {
    orderIds: [...orderIds],
    stall,
    standing: standing && [...standing],
    events,
    dependents,
  };
}

interface Loose {
  steps: { name: string; depends_on?: string[]; max_retries?: number }[];
}

function compare(definition: Loose): void {
  const { result } = drain(prepare(orchestrator, flatten(definition)));
  expect(result.diagnostics).toEqual(orchestrator.check(definition));
  const traced = orchestrator.trace(definition);
  expect(result.graph !== null).toBe(traced.ok);
  if (!result.graph || !traced.ok) return;
  const names = definition.steps.map(({ name }) => name);
  expect(told(openPrepared(orchestrator, names, result.graph))).toEqual(told(traced.trace));
  const columns = orchestrator.columns(definition);
  if (!columns.ok) throw new Error('A definition that can be traced has columns.');
  const { tiers, back } = result.graph;
  expect(names.map((_, step) => tiers[step])).toEqual(
    names.map((name) => columns.columns.findIndex((column) => column.includes(name))),
  );
  expect([...back].map((step) => names[step])).toEqual(
    columns.back.flatMap(({ from, to }) => [from, to]),
  );
}

test('what was prepared is what is found at once', () => {
  for (const definition of [diamond, twoStepCycle, pipeline('a < ghost', 'b < a'), { steps: [] }]) {
    compare(definition);
  }
});

test('the same of any definition, sound or not', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'é', '日本', '', 'a b', '🦆', 'x'.repeat(40));
  const step = fc.record(
    {
      name,
      depends_on: fc.array(name, { maxLength: 4 }),
      max_retries: fc.integer({ min: -1, max: 3 }),
    },
    { requiredKeys: ['name'] },
  );
  const distinct = fc.uniqueArray(step, { maxLength: 8, selector: (one) => one.name });
  const any = fc.oneof(distinct, fc.array(step, { maxLength: 6 }));
  fc.assert(
    fc.property(any, (steps) => compare({ steps })),
    { numRuns: 300 },
  );
});

test('the phases are told one by one, and giving up between them leaves nothing behind', () => {
  const { items } = drain(prepare(orchestrator, flatten(twoStepCycle)));
  expect(items).toEqual(['check', 'tiers', 'cycles', 'hand over']);
  const given = prepare(orchestrator, flatten(twoStepCycle));
  given.next();
  given.next();
  given.return(undefined as never);
  expect(orchestrator.check(twoStepCycle)).toHaveLength(1);
});

test('slices make the same bytes as all at once', () => {
  const definitions = fc.oneof(
    fc.anything({ maxDepth: 4, withTypedArray: false }),
    fc.record({ steps: fc.array(fc.anything({ maxDepth: 3 })), name: fc.anything() }),
  );
  const same = (definition: unknown) => {
    expect(drain(flattenSlowly(definition)).result).toEqual(flatten(definition));
  };
  fc.assert(fc.property(definitions, same), { numRuns: 300 });
  const large = {
    name: 'large',
    steps: Array.from({ length: 5000 }, (_, at) => ({
      name: `step ${at}`,
      depends_on: at > 0 ? [`step ${at - 1}`, `step ${at >> 1}`] : [],
    })),
  };
  same(large);
  expect(drain(flattenSlowly(large)).items.length).toBeGreaterThan(5);
});

test('what a run needs is the same of a definition and of one that is flat', async () => {
  const runOf = new URL('../../dist/module/run_of.js', import.meta.url).href;
  const { runInputOf, runInputOfFlat } = (await import(
    /* @vite-ignore */ runOf
  )) as typeof import('../../wasm/module/run_of');
  const demo = readJson('core/samples/demo-etl.json');
  const input = runInputOf(orchestrator, demo);
  expect(input).toMatchObject({ ok: true, failFast: true, workers: 1 });
  expect(runInputOfFlat(orchestrator, flatten(demo))).toEqual(input);
  expect(runInputOfFlat(orchestrator, flatten(twoStepCycle))).toMatchObject({ ok: false });
});
