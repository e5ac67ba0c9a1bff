import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { fitted, widestName, widthOf } from '../../web/src/views/graph/label';
import { draw, type Picture, scaleFor } from '../../web/src/views/graph/picture';
import { orchestrator, pipeline } from '../wasm/module';

function drawn(definition: PipelineDefinition, direction: 'right' | 'down' = 'right'): Picture {
  const columns = orchestrator.columns(definition);
  if (!columns.ok) throw new Error('not well-formed');
  return draw(definition, columns, { direction, length: 900 });
}

const anyGraph = fc
  .array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((lists) => ({
    steps: lists.map((list, at) => ({
      name: `step ${at}`,
      depends_on: list.filter((on) => on < lists.length).map((on) => `step ${on}`),
    })),
  }));
const anyDirection = fc.constantFrom('right' as const, 'down' as const);

test('no two boxes overlap, and all of them are within the view', () => {
  fc.assert(
    fc.property(anyGraph, anyDirection, (definition, direction) => {
      const { boxes, view } = drawn(definition, direction);
      for (const a of boxes) {
        expect(a.x).toBeGreaterThanOrEqual(view.x);
        expect(a.y).toBeGreaterThanOrEqual(view.y);
        expect(a.x + a.width).toBeLessThanOrEqual(view.x + view.width);
        expect(a.y + a.height).toBeLessThanOrEqual(view.y + view.height);
        for (const b of boxes) {
          if (a === b) continue;
          const apart =
            a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test('every dependency is drawn, those listed twice as well', () => {
  fc.assert(
    fc.property(anyGraph, (definition) => {
      const dependencies = definition.steps.flatMap((step) => step.depends_on);
      const { arrows } = drawn(definition);
      expect(arrows.length).toBe(dependencies.length);
      expect(new Set(arrows.map(({ path }) => path)).size).toBe(arrows.length);
    }),
  );
});

test('the same definition is drawn the same way', () => {
  fc.assert(
    fc.property(anyGraph, (definition) => {
      expect(drawn(definition)).toEqual(drawn(structuredClone(definition)));
    }),
  );
});

test('a chain is drawn in one line with straight arrows', () => {
  const { boxes, arrows } = drawn(pipeline('a', 'b < a', 'c < b'));
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  for (const { path } of arrows) {
    const heights = [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map(([, y]) => y);
    expect(new Set(heights).size).toBe(1);
  }
});

test('on narrow screens the tiers run from top to bottom', () => {
  const { boxes } = drawn(pipeline('a', 'b < a', 'c < b'), 'down');
  const tops = boxes.map(({ y }) => y);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(new Set(boxes.map(({ x }) => x)).size).toBe(1);
});

test('what closes a cycle and what depends on itself are told apart from the rest', () => {
  const { arrows } = drawn(pipeline('a < b', 'b < a', 'c < c'));
  expect(arrows.map(({ kind }) => kind).toSorted()).toEqual(['back', 'forward', 'self']);
});

test('small pictures are enlarged a little, large ones keep a size that can be read', () => {
  expect(scaleFor({ x: 0, y: 0, width: 100, height: 50 }, 900, 300)).toBe(1.3);
  expect(scaleFor({ x: 0, y: 0, width: 1000, height: 50 }, 900, 300)).toBe(0.9);
  expect(scaleFor({ x: 0, y: 0, width: 9000, height: 5000 }, 900, 300)).toBe(1);
});

test('long names are shortened in the middle, never within a character', () => {
  expect(fitted('load')).toBe('load');
  const long = fitted('extract the customer table from the warehouse');
  expect(long).toMatch(/^extr.+….+house$/);
  expect(widthOf(long)).toBeLessThanOrEqual(widestName);
  expect(fitted('👩‍👩‍👧‍👦'.repeat(40))).toMatch(/^(👩‍👩‍👧‍👦)+…(👩‍👩‍👧‍👦)+$/u);
  expect(fitted('x'.repeat(1_000_000)).length).toBeLessThan(40);
});
