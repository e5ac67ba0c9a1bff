import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Layout, LayoutOptions, LayoutStep } from '../../wasm/module/index.js';
import { diamond, orchestrator, pipeline, readJson, twoStepCycle } from './module.js';

function drawn(definition: unknown, options?: LayoutOptions): Layout {
  const layout = orchestrator.layout(definition, options);
  if (!layout.ok) throw new Error(JSON.stringify(layout.diagnostics));
  return layout;
}

const stepNamed = (layout: Layout, name: string) =>
  layout.steps.find((step) => step.name === name) as LayoutStep;

/** What must be true of every answer, as far as a page relies on it. */
function expectDrawing(layout: Layout, definition: { steps: { depends_on?: string[] }[] }) {
  expect(layout.steps).toHaveLength(definition.steps.length);
  const listed = definition.steps.flatMap((step) => step.depends_on ?? []);
  expect(layout.dependencies.map(({ from }) => from)).toEqual(listed);
  for (const { x, y, width, height } of layout.steps) {
    expect(Math.min(x - width / 2, y - height / 2)).toBeGreaterThan(0);
    expect(x + width / 2).toBeLessThan(layout.width);
    expect(y + height / 2).toBeLessThan(layout.height);
  }
  for (const { points } of layout.dependencies) {
    expect(points.length % 3).toBe(1);
    expect(points.length).toBeGreaterThan(3);
    expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  }
}

/** A pipeline of any size: each step depends on one or two of the dozen before it. */
function many(count: number) {
  return {
    steps: Array.from({ length: count }, (_, i) => ({
      name: `step ${i}`,
      depends_on:
        i === 0
          ? []
          : [...new Set([Math.floor((i * 7) / 8), Math.max(0, i - 1 - ((i * 5) % 12))])].map(
              (upstream) => `step ${upstream}`,
            ),
    })),
  };
}

describe('layout', () => {
  test('of an empty pipeline is empty', () => {
    expect(orchestrator.layout({ steps: [] })).toEqual({
      ok: true,
      direction: 'right',
      steps: [],
      dependencies: [],
      width: 0,
      height: 0,
    });
  });

  test('has boxes in definition order, tier by tier to the right', () => {
    const layout = drawn(diamond);
    expectDrawing(layout, diamond);
    expect(layout.steps.map(({ name, tier }) => [name, tier])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ]);
    const [a, b, c, d] = layout.steps as [LayoutStep, LayoutStep, LayoutStep, LayoutStep];
    expect(b.x).toBe(c.x);
    expect(a.x + a.width / 2).toBeLessThan(b.x - b.width / 2);
    expect(b.y + b.height / 2).toBeLessThan(c.y - c.height / 2);
    expect(d.y).toBe(a.y);
    expect(a).toMatchObject({ width: 140, height: 60 });
  });

  test('has a path for each dependency in definition order, from box to box', () => {
    const layout = drawn(diamond);
    expect(layout.dependencies.map(({ from, to, reversed }) => [from, to, reversed])).toEqual([
      ['a', 'b', false],
      ['a', 'c', false],
      ['b', 'd', false],
      ['c', 'd', false],
    ]);
    for (const { from, to, points } of layout.dependencies) {
      expect(points.at(0)?.x).toBe(stepNamed(layout, from).x + 70);
      expect(points.at(-1)?.x).toBe(stepNamed(layout, to).x - 70);
    }
  });

  test('leads down when asked to', () => {
    const layout = drawn(diamond, { direction: 'down' });
    expectDrawing(layout, diamond);
    expect(layout.direction).toBe('down');
    const [a, b, c] = layout.steps as [LayoutStep, LayoutStep, LayoutStep];
    expect(b.y).toBe(c.y);
    expect(a.y + 30).toBeLessThan(b.y - 30);
    expect(layout.dependencies[0]?.points[0]?.y).toBe(a.y + 30);
    const up = { direction: 'up' as 'down' };
    expect(() => orchestrator.layout(diamond, up)).toThrow(TypeError);
  });

  test('honours sizes in definition order and by name, and mends what is none', () => {
    const wide = { width: 200, height: 40 };
    const sizesOf = (sizes: unknown) =>
      drawn(pipeline('a', 'b'), { sizes: sizes as [] }).steps.map((s) => [s.width, s.height]);
    expect(sizesOf([wide, { width: 10, height: 90 }])).toEqual([
      [200, 40],
      [10, 90],
    ]);
    expect(sizesOf({ b: wide })).toEqual([
      [140, 60],
      [200, 40],
    ]);
    expect(
      sizesOf([
        { width: Number.NaN, height: -1 },
        { width: Infinity, height: '5' },
      ]),
    ).toEqual([
      [140, 60],
      [140, 60],
    ]);
    expect(sizesOf([{ width: 1e300, height: 20 }, null])).toEqual([
      [100_000, 20],
      [140, 60],
    ]);
    for (const none of [null, 3, 'text', [], {}, [1, 2]]) {
      expect(sizesOf(none)[0]).toEqual([140, 60]);
    }
    const named = drawn(pipeline('__proto__', 'constructor'), { sizes: {} });
    expect(named.steps.map(({ width }) => width)).toEqual([140, 140]);
  });

  test('draws what closes a cycle back against the tiers', () => {
    const layout = drawn(twoStepCycle);
    expectDrawing(layout, twoStepCycle);
    expect(layout.dependencies.map(({ from, to, reversed }) => [from, to, reversed])).toEqual([
      ['b', 'a', true],
      ['a', 'b', false],
      ['b', 'c', false],
    ]);
  });

  test('draws a self-dependency as a loop and one listed twice with the same path', () => {
    const loop = pipeline('a < a', 'b < a a');
    const layout = drawn(loop);
    expectDrawing(layout, loop);
    const [self, first, second] = layout.dependencies;
    expect(self).toMatchObject({ from: 'a', to: 'a', reversed: true });
    expect(first).toEqual(second);
  });

  test('draws separate parts beside each other', () => {
    const [a, b, c, d] = drawn(pipeline('a', 'b < a', 'c', 'd < c')).steps as LayoutStep[];
    expect([b?.y, d?.y]).toEqual([a?.y, c?.y]);
    expect(c?.y).toBeGreaterThan((a?.y ?? 0) + 60);
  });

  test('draws every sample that can be traced', () => {
    const files = readdirSync(new URL('../../core/samples', import.meta.url));
    const samples = files.map((file) => readJson(`core/samples/${file}`) as typeof diamond);
    const layouts = samples.map((sample) => ({ sample, layout: orchestrator.layout(sample) }));
    for (const { sample, layout } of layouts) if (layout.ok) expectDrawing(layout, sample);
    expect(layouts.filter(({ layout }) => !layout.ok)).toHaveLength(1);
  });

  test('is refused for a definition with mistakes, and knows the rules of the course', () => {
    expect(orchestrator.layout(pipeline('a < ghost'))).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'unknown_dependency' }],
    });
    for (const value of [null, undefined, 3, 'text', {}, { steps: 3 }, { steps: [null, 3] }]) {
      expect(orchestrator.layout(value)).toMatchObject({ ok: false });
    }
    const none = { steps: [{ name: 'a', max_retries: 0 }] };
    expect(orchestrator.layout(none, { validation: 'course' })).toMatchObject({ ok: true });
  });

  test('survives a copy through JSON and is the same each time', () => {
    const layout = drawn(many(60));
    expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
    expect(drawn(many(60))).toEqual(layout);
  });

  test('of a thousand steps keeps the rules', () => {
    const definition = many(1000);
    expectDrawing(drawn(definition), definition);
  });
});

describe('layout with an earlier one', () => {
  const crossed = pipeline('a', 'b', 'c < b', 'd < a');
  const flipped = (layout: Layout) => ({
    ...layout,
    steps: layout.steps.map((step) => ({ ...step, x: -step.x, y: -step.y })),
  });
  const leads = (layout: Layout, axis: 'x' | 'y') =>
    Math.sign(stepNamed(layout, 'b')[axis] - stepNamed(layout, 'a')[axis]);

  test('keeps the sequence of the steps that were there, by name', () => {
    const first = drawn(crossed);
    const turned = flipped(first);
    expect(leads(first, 'y')).toBe(1);
    expect(leads(drawn(crossed, { previous: turned }), 'y')).toBe(-1);
    const edited = pipeline('new < a', 'b', 'a', 'd < a', 'c < b');
    expect(leads(drawn(edited, { previous: turned }), 'y')).toBe(-1);
    expect(leads(drawn(edited, { previous: first }), 'y')).toBe(1);
  });

  test('keeps it when the direction changes', () => {
    const turned = flipped(drawn(crossed));
    expect(leads(drawn(crossed, { previous: turned, direction: 'down' }), 'x')).toBe(-1);
  });

  test('leaves every tier as it was when a cycle is closed', () => {
    const open = pipeline('a', 'b < a', 'c < b');
    const previous = drawn(open);
    const closed = pipeline('a < c', 'b < a', 'c < b');
    const layout = drawn(closed, { previous });
    expect(layout.steps.map(({ tier }) => tier)).toEqual([0, 1, 2]);
    expect(layout.dependencies.filter(({ reversed }) => reversed)).toMatchObject([
      { from: 'c', to: 'a' },
    ]);
  });

  test('arranges afresh with what is no earlier answer', () => {
    const fresh = drawn(crossed);
    const step = { name: 'a', x: 1, y: 1, tier: 0 };
    const foreign = [null, 3, 'text', {}, { steps: 3 }, { steps: [null, 3, 'a', {}] }];
    const unsound = [{ x: Number.NaN }, { y: '1' }, { y: 1e300 }, { tier: -1 }, { tier: 0.5 }];
    const ofUnsound = unsound.map((part) => ({ steps: [{ ...step, ...part }] }));
    const other = { steps: [{ ...step, name: 'other' }] };
    for (const previous of [...foreign, ...ofUnsound, other, orchestrator.layout(null)]) {
      expect(drawn(crossed, { previous: previous as Layout })).toEqual(fresh);
    }
  });

  test('lets no step overlap another, whatever is said of where they were', () => {
    const first = drawn(many(80));
    const heap = {
      ...first,
      steps: first.steps.map((step) => ({ ...step, x: 5, y: 5, tier: 4e8 })),
    };
    expectDrawing(drawn(many(80), { previous: heap }), many(80));
  });
});
