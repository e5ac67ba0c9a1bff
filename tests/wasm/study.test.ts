/** What the module says of a pipeline's graph beyond its trace. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence, Study } from '../../wasm/module/study_types';
import type { EventKind } from '../../wasm/module/types';
import { diamond, loadStudies, orchestrator, pipeline, studyOf, twoStepCycle } from './module.js';

const studies = await loadStudies();

function open(definition: unknown): Study {
  const graph = studyOf(orchestrator, definition);
  if (!graph.ok) throw new Error(graph.diagnostics[0]?.message);
  return studies.open(graph);
}

/** Steps as numbers, and pairs between them: any graph. */
const graphs = fc.integer({ min: 1, max: 8 }).chain((steps) => {
  const step = fc.integer({ min: 0, max: steps - 1 });
  return fc.array(fc.tuple(step, step), { maxLength: 20 }).map((pairs) =>
    pipeline(
      ...Array.from({ length: steps }, (_, id) => {
        const upstream = pairs.filter(([, to]) => to === id).map(([from]) => `s${from}`);
        return upstream.length > 0 ? `s${id} < ${upstream.join(' ')}` : `s${id}`;
      }),
    ),
  );
});

function traced(definition: unknown) {
  const result = orchestrator.trace(definition);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.trace;
}

describe('loadStudies', () => {
  test('takes the bytes of the wasm where they cannot be fetched', async () => {
    const wasmBinary = readFileSync(
      new URL('../../dist/module/generated/study.wasm', import.meta.url),
    );
    const study = (await loadStudies({ wasmBinary })).open({
      names: ['a', 'b'],
      dependencies: Uint32Array.of(0, 1),
    });
    expect([...study.order('fifo')]).toEqual([0, 1]);
    study.dispose();
  });

  test('opens several studies, each with a graph of its own', () => {
    const [first, second] = [open(diamond), open(twoStepCycle)];
    expect([...first.order('fifo')]).toEqual([0, 1, 2, 3]);
    expect([...second.order('fifo')]).toEqual([]);
    first.dispose();
    first.dispose();
    expect(() => first.shape()).toThrow('disposed of');
    expect(second.shape().depth).toBe(0);
    second.dispose();
  });

  test('refuses what is no graph', () => {
    const of = (...dependencies: number[]) => ({
      names: ['a', 'b'],
      dependencies: Uint32Array.from(dependencies),
    });
    expect(() => studies.open(of(0, 1, 0))).toThrow(RangeError);
    expect(() => studies.open(of(0, 2))).toThrow('No step 2: steps run from 0 to 1.');
  });
});

describe('studyOf', () => {
  test('gives names, and pairs as the definition lists them', () => {
    expect(studyOf(orchestrator, pipeline('a < c', 'b < c a', 'c'))).toEqual({
      ok: true,
      names: ['a', 'b', 'c'],
      dependencies: Uint32Array.of(2, 0, 2, 1, 0, 1),
    });
  });

  test('says what is wrong with a definition that has no graph', () => {
    expect(studyOf(orchestrator, pipeline('a < ghost'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'unknown_dependency' }],
    });
  });
});

describe('events', () => {
  test('are those of the trace, by kind and by step', () => {
    const kinds = fc.subarray<EventKind>(['start', 'enqueue', 'dequeue', 'decrement', 'finish']);
    const same = (definition: ReturnType<typeof pipeline>, wanted: EventKind[], step: number) => {
      using trace = traced(definition);
      const about = Math.min(step, definition.steps.length - 1);
      const expected = Array.from({ length: trace.length }, (_, cursor) => trace.moment(cursor))
        .filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))
        .filter((moment) => about < 0 || moment.step === about || moment.dependent === about);
      const study = open(definition);
      expect([...study.events(wanted, about)]).toEqual(expected.map(({ cursor }) => cursor));
      study.dispose();
    };
    fc.assert(fc.property(graphs, kinds, fc.integer({ min: -1, max: 7 }), same));
  });

  test('of an empty pipeline are its start and its finish', () => {
    expect([...open({ steps: [] }).events([], -1)]).toEqual([0, 1]);
  });
});

describe('brokenBy', () => {
  test('says the first dependency that an own order breaks', () => {
    const study = open(diamond);
    expect(study.brokenBy([0, 1, 2, 3])).toBeNull();
    expect(study.brokenBy([0, 2, 1, 3])).toBeNull();
    expect(study.brokenBy([0, 1, 3, 2])).toEqual({ from: 2, to: 3 });
    expect(study.brokenBy([1, 0, 2, 3])).toEqual({ from: 0, to: 1 });
  });

  test('of a list that is not complete yet, what it breaks so far', () => {
    const study = open(diamond);
    expect(study.brokenBy([])).toBeNull();
    expect(study.brokenBy([0, 1])).toBeNull();
    expect(study.brokenBy([0, 3])).toEqual({ from: 1, to: 3 });
    expect(() => study.brokenBy([4])).toThrow(RangeError);
  });

  test('a step that depends on itself breaks every order', () => {
    expect(open(pipeline('a < a')).brokenBy([0])).toEqual({ from: 0, to: 0 });
  });
});

describe('shape', () => {
  test('is how deep and how wide, and a longest path', () => {
    expect(open(pipeline('a', 'b < a', 'c < a', 'd < c', 'e')).shape()).toEqual({
      tiers: Int32Array.of(0, 1, 1, 2, 0),
      depth: 3,
      width: 2,
      path: Uint32Array.of(0, 2, 3),
    });
  });

  test('leaves out what a cycle keeps out', () => {
    expect(open(pipeline('a', 'b < a c', 'c < b')).shape()).toEqual({
      tiers: Int32Array.of(0, -1, -1),
      depth: 1,
      width: 1,
      path: Uint32Array.of(0),
    });
  });

  test('without a dependency is the shape of the pipeline that lacks it', () => {
    const study = open(twoStepCycle);
    expect(study.shapeWithout({ from: 1, to: 0 })).toEqual({
      tiers: Int32Array.of(0, 1, 2),
      depth: 3,
      width: 1,
      path: Uint32Array.of(0, 1, 2),
    });
    expect(study.shape().depth).toBe(0);
  });
});

describe('mends', () => {
  const knotsOf = (definition: unknown) =>
    open(definition)
      .mends()
      .knots.map(({ steps, mends, exact }) => ({
        steps: [...steps],
        mends: mends.map(({ from, to, frees }) => ({ from, to, frees: [...frees] })),
        exact,
      }));

  test('are none where there is no cycle', () => {
    const { knots, frees } = open(diamond).mends();
    expect(knots).toEqual([]);
    expect([...frees]).toEqual([]);
  });

  test('are the fewest for each knot, each with what it frees', () => {
    expect(knotsOf(pipeline('a < b', 'b < a', 'c < b', 'd < e c', 'e < d'))).toEqual([
      { steps: [0, 1], mends: [{ from: 1, to: 0, frees: [0, 1, 2] }], exact: true },
      { steps: [3, 4], mends: [{ from: 4, to: 3, frees: [] }], exact: true },
    ]);
  });

  test('of one knot together free what they do not one by one', () => {
    //  b -> a and c -> a, a -> b and a -> c; d waits for a
    const study = open(pipeline('a < b c', 'b < a a', 'c < a', 'd < a', 'e < f', 'f < e'));
    const [knot, other] = study.mends().knots;
    expect(knot?.mends).toHaveLength(2);
    expect(knot?.mends.map(({ frees }) => [...frees])).toEqual([[], []]);
    expect([...(knot?.frees ?? [])]).toEqual([0, 1, 2, 3]);
    expect([...(other?.frees ?? [])]).toEqual([4, 5]);
  });

  test('together free all that waits', () => {
    const mends = open(pipeline('a < b', 'b < a', 'c < b', 'd < e c', 'e < d')).mends();
    expect([...mends.frees]).toEqual([0, 1, 2, 3, 4]);
    expect(mends.exactUpTo).toBe(20);
  });

  test('are told in sentences, in parts', () => {
    const mends = open(pipeline('a < b', 'b < a', 'c < b', 'd < d')).mends();
    const texts = (told: readonly Sentence[] = []) => told.map(({ text }) => text);
    expect(texts(mends.sentences).slice(0, 2)).toEqual([
      'Removing 2 dependencies opens every cycle, and no fewer would do.',
      'Then all 4 steps that cannot be sorted now can be.',
    ]);
    const [knot, other] = mends.knots;
    expect(texts(knot?.sentences)).toEqual([
      "2 steps wait for each other: 'a' and 'b'.",
      'Removing 1 dependency opens every cycle here.',
    ]);
    expect(texts(other?.sentences)[0]).toBe("'d' waits for itself.");
    expect(knot?.mends[0]?.sentences).toEqual([
      {
        code: 'mend.other',
        template: '{dependent} no longer waits for {step}.',
        params: { dependent: { kind: 'step', value: 0 }, step: { kind: 'step', value: 1 } },
        text: "'a' no longer waits for 'b'.",
      },
      {
        code: 'frees.all',
        template: 'That frees {steps} steps: {named}.',
        params: {
          steps: { kind: 'number', value: 3 },
          named: { kind: 'steps', value: [0, 1, 2] },
        },
        text: "That frees 3 steps: 'a', 'b' and 'c'.",
      },
    ]);
    expect(texts(open(diamond).mends().sentences)).toEqual([
      'There is no cycle, and nothing to mend.',
    ]);
  });

  test('leave no cycle in any pipeline, and free what the pipeline without them lets out', () => {
    const without = (
      { steps }: ReturnType<typeof pipeline>,
      gone: readonly { from: number; to: number }[],
    ) => ({
      steps: steps.map(({ name, depends_on }, to) => ({
        name,
        depends_on: depends_on.filter(
          (upstream) => !gone.some((pair) => pair.to === to && `s${pair.from}` === upstream),
        ),
      })),
    });
    const freed = (
      definition: ReturnType<typeof pipeline>,
      gone: { from: number; to: number }[],
    ) => {
      using before = traced(definition);
      using after = traced(without(definition, gone));
      return [...after.orderIds]
        .filter((id) => !before.orderIds.includes(id))
        .sort((a, b) => a - b);
    };
    fc.assert(
      fc.property(graphs, (definition) => {
        const { knots, frees } = open(definition).mends();
        const all = knots.flatMap(({ mends }) => mends);
        expect(traced(without(definition, all)).stall).toBeNull();
        expect([...frees]).toEqual(freed(definition, all));
        for (const mend of all) expect([...mend.frees]).toEqual(freed(definition, [mend]));
        expect(knots.every(({ exact }) => exact)).toBe(true);
      }),
    );
  });

  test('of a large knot are few, and it says that there may be fewer', () => {
    const steps = 30;
    const names = Array.from({ length: steps }, (_, id) => `s${id}`);
    const pairs = names.flatMap((_, id) => [id, (id + 1) % steps, id, (id + 7) % steps]);
    const study = studies.open({ names, dependencies: Uint32Array.from(pairs) });
    const [knot] = study.mends().knots;
    expect(knot?.exact).toBe(false);
    expect(knot?.mends.length).toBeGreaterThan(1);
    study.dispose();
    expect(() => knot?.mends[0]?.frees).toThrow('disposed of');
    expect(() => knot?.sentences).toThrow('disposed of');
  });
});

describe('orders', () => {
  test('are counted exactly in small pipelines', () => {
    expect(open(diamond).orders()).toEqual({ unique: false, count: '2', exact: true });
    expect(open(twoStepCycle).orders()).toEqual({ unique: false, count: '0', exact: true });
    const chain = pipeline('a', 'b < a', 'c < b');
    expect(open(chain).orders()).toEqual({ unique: true, count: '1', exact: true });
  });

  test('are more than a number where there are too many to count', () => {
    const names = Array.from({ length: 66 }, (_, id) => `s${id}`);
    const pairs = names.slice(2).flatMap((_, id) => [id, id + 2]);
    const study = studies.open({ names, dependencies: Uint32Array.from(pairs) });
    expect(study.orders()).toEqual({ unique: false, count: `${2 ** 33}`, exact: false });
  });
});

test('names in any script cross, and a graph larger than the memory was at the start', () => {
  const steps = 300_000;
  const dependencies = Uint32Array.from({ length: 2 * (steps - 1) }, (_, i) => (i + 1) >> 1);
  const names = Array.from({ length: steps }, (_, i) => `Schritt ${i} — 手順 🦆`);
  const study = studies.open({ names, dependencies });
  expect(study.shape()).toMatchObject({ depth: steps, width: 1 });
  expect(study.order('fifo')).toHaveLength(steps);
  study.dispose();
});
