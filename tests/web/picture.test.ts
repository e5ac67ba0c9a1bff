import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PipelineDefinition } from '../../wasm/module/types';
import { type Drawing, drawingOf, sizesOf } from '../../web/src/views/graph/drawing';
import { fitted, widestName, widthOf } from '../../web/src/views/graph/label';
import * as viewport from '../../web/src/views/graph/viewport';
import { next, wayOf } from '../../web/src/views/graph/walk';
import { diamond, orchestrator, pipeline } from '../wasm/module';

function drawn(definition: PipelineDefinition, direction: 'right' | 'down' = 'right'): Drawing {
  const names = definition.steps.map(({ name }) => name);
  const layout = orchestrator.layout(definition, { direction, sizes: sizesOf(names) });
  if (!layout.ok) throw new Error('not well-formed');
  return drawingOf(
    layout,
    names.map((_, step) => step),
  );
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

test('every step has a box and every dependency one arrow, however often it is listed', () => {
  fc.assert(
    fc.property(anyGraph, anyDirection, (definition, direction) => {
      const { boxes, arrows } = drawn(definition, direction);
      expect(boxes.map(({ step }) => step)).toEqual(definition.steps.map((_, at) => at));
      const pairs = definition.steps.flatMap(({ name, depends_on }) =>
        depends_on.map((on) => `${on} → ${name}`),
      );
      const told = arrows.map(({ from, to }) => `step ${from} → step ${to}`);
      expect(told.toSorted()).toEqual([...new Set(pairs)].toSorted());
      for (const arrow of arrows) {
        const times = pairs.filter((pair) => pair === `step ${arrow.from} → step ${arrow.to}`);
        expect(arrow.repeated).toBe(times.length > 1);
        expect(arrow.kind === 'self').toBe(arrow.from === arrow.to);
        expect(`${arrow.line}${arrow.head}`).not.toMatch(/NaN|undefined|Infinity/);
      }
    }),
    { numRuns: 60 },
  );
});

test('what closes a cycle leads back', () => {
  const { arrows } = drawn(pipeline('a < b', 'b < a', 'c < c'));
  expect(arrows.map(({ kind }) => kind).toSorted()).toEqual(['back', 'forward', 'self']);
});

test('boxes are as wide as their names need', () => {
  const [short = { width: 0 }, long = { width: 0 }, cut = { width: 0 }] = sizesOf([
    'a',
    'integration tests',
    'x'.repeat(5000),
  ]);
  expect(long.width).toBeGreaterThan(short.width);
  expect(long.width).toBeGreaterThan(widthOf('integration tests'));
  expect(cut.width).toBeLessThan(widestName + 40);
});

test('a name that is too wide keeps both its ends', () => {
  expect(fitted('short')).toBe('short');
  const label = fitted('a-very-long-name-of-a-step-that-nobody-could-read');
  expect(label).toMatch(/^a-very-.*…/);
  expect(label).toMatch(/ould-read$/);
  expect(widthOf(label)).toBeLessThanOrEqual(widestName);
});

test('a name of a million characters or of emoji is fitted too', () => {
  expect(widthOf(fitted('é'.repeat(1_000_000)))).toBeLessThanOrEqual(widestName);
  const family = '👨‍👩‍👧';
  const label = fitted(family.repeat(40));
  expect(widthOf(label)).toBeLessThanOrEqual(widestName);
  expect(label.replaceAll(family, '')).toBe('…');
});

const anySize = fc.record({
  width: fc.integer({ min: 50, max: 40_000 }),
  height: fc.integer({ min: 50, max: 9000 }),
});
const anyRegion = fc.record({
  width: fc.integer({ min: 200, max: 2000 }),
  height: fc.integer({ min: 150, max: 1200 }),
});

test('the first view shows all of a drawing that can be read then, else its beginning', () => {
  fc.assert(
    fc.property(anySize, anyRegion, (drawing, region) => {
      const view = viewport.firstView(drawing, region);
      if (viewport.fitScale(drawing, region) >= viewport.readable) {
        expect(viewport.isCut(view, drawing, region)).toBe(false);
      } else {
        expect(view.scale).toBeGreaterThanOrEqual(viewport.readable);
        expect(Math.max(view.left, 0)).toBeLessThanOrEqual(region.width / 2);
      }
    }),
  );
});

test('fit shows everything, at whatever size', () => {
  fc.assert(
    fc.property(anySize, anyRegion, (drawing, region) => {
      expect(viewport.isCut(viewport.wholeView(drawing, region), drawing, region)).toBe(false);
    }),
  );
});

test('wherever one drags or zooms, a part of the drawing stays on the screen', () => {
  const moves = fc.array(fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.nat(3000)));
  fc.assert(
    fc.property(anySize, anyRegion, moves, (drawing, region, list) => {
      let view = viewport.firstView(drawing, region);
      for (const [factor, way] of list) {
        view = viewport.zoomAt(view, factor, way % region.width, way % region.height);
        view = viewport.settle(view, drawing, region);
        view = { ...view, left: view.left + way - 1500, top: view.top - way + 1500 };
        view = viewport.settle(view, drawing, region);
        expect(view.left).toBeLessThan(region.width);
        expect(view.left + drawing.width * view.scale).toBeGreaterThan(0);
        expect(view.top).toBeLessThan(region.height);
        expect(view.top + drawing.height * view.scale).toBeGreaterThan(0);
        expect(view.scale).toBeLessThanOrEqual(viewport.largest);
      }
    }),
  );
});

test('zooming leaves the point under the pointer where it is', () => {
  const view = viewport.zoomAt({ scale: 0.5, left: 30, top: -70 }, 1.8, 200, 100);
  const at = (one: { scale: number; left: number }) => (200 - one.left) / one.scale;
  expect(at(view)).toBeCloseTo(at({ scale: 0.5, left: 30 }));
});

test('revealing moves no further than it has to', () => {
  const region = { width: 400, height: 300 };
  const box = { x: 500, y: 20, width: 100, height: 50 };
  const view = viewport.reveal({ scale: 1, left: 0, top: 0 }, box, region, 10);
  expect(view).toEqual({ scale: 1, left: -210, top: 0 });
  expect(viewport.reveal(view, box, region, 10)).toEqual(view);
});

test('arrow keys lead along dependencies and within a tier, whichever way tiers run', () => {
  const drawing = drawn(diamond as PipelineDefinition);
  const box = (step: number) => {
    const found = drawing.boxes.find((one) => one.step === step);
    if (!found) throw new Error('no such box');
    return found;
  };
  const go = (from: number, key: string) => {
    const way = wayOf(key, 'right');
    return way && (next(drawing, box(from), way)?.step ?? null);
  };
  const first = go(0, 'ArrowRight') ?? -1;
  expect([1, 2]).toContain(first);
  const other = go(first, 'ArrowDown') ?? go(first, 'ArrowUp');
  expect([1, 2]).toContain(other);
  expect(other).not.toBe(first);
  expect(go(first, 'ArrowRight')).toBe(3);
  expect(go(3, 'ArrowRight')).toBeNull();
  expect(go(0, 'ArrowUp')).toBeNull();
  expect(wayOf('ArrowDown', 'down')).toBe('downstream');
  expect(wayOf('a', 'down')).toBeNull();
});
