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
        expect(arrow.times).toBe(times.length);
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

test('what is written on a dependency that leads back stands beside the boxes', () => {
  fc.assert(
    fc.property(anyGraph, anyDirection, (definition, direction) => {
      const { boxes, arrows } = drawn(definition, direction);
      for (const { kind, middle } of arrows) {
        if (kind === 'forward') continue;
        const under = boxes.filter(
          ({ x, y, width, height }) =>
            middle.x > x - 6 &&
            middle.x < x + width + 6 &&
            middle.y > y - 6 &&
            middle.y < y + height + 6,
        );
        expect(under).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
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

test('a drawing is shown whole at first, unless it could not be read then', () => {
  fc.assert(
    fc.property(anySize, anyRegion, (drawing, region) => {
      const scale = viewport.firstScale(drawing, region);
      expect(scale).toBeGreaterThanOrEqual(viewport.readable);
      const fits = viewport.fitScale(drawing, region);
      expect(viewport.isCut(scale, drawing, region)).toBe(fits < viewport.readable);
      expect(viewport.isCut(fits, drawing, region)).toBe(false);
    }),
  );
});

test('zooming leaves the point under the pointer where it is, as far as scrolling reaches', () => {
  const region = { width: 800, height: 400 };
  const drawing = { width: 5000, height: 3000 };
  const at = { x: 200, y: 100 };
  const before = { scale: 0.5, left: 900, top: 300 };
  const after = viewport.zoomAt(before, 1.8, at, drawing, region);
  const point = (view: viewport.View) => [
    (view.left + at.x) / view.scale,
    (view.top + at.y) / view.scale,
  ];
  expect(after.scale).toBeCloseTo(0.9);
  expect(point(after)[0]).toBeCloseTo(point(before)[0] ?? 0);
  expect(point(after)[1]).toBeCloseTo(point(before)[1] ?? 0);
});

test('however far one zooms, the scale stays within its limits', () => {
  fc.assert(
    fc.property(
      anySize,
      anyRegion,
      fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      (drawing, region, factor) => {
        const start = { scale: 1, left: 0, top: 0 };
        const { scale } = viewport.zoomAt(start, factor, { x: 9, y: 9 }, drawing, region);
        expect(scale).toBeLessThanOrEqual(viewport.largest);
        expect(scale).toBeGreaterThanOrEqual(viewport.smallest(drawing, region));
      },
    ),
  );
});

test('revealing moves no further than it has to', () => {
  const region = { width: 400, height: 300 };
  const box = { x: 500, y: 20, width: 100, height: 50 };
  const none = { left: 0, top: 0 };
  const view = viewport.reveal({ scale: 1, left: 0, top: 0 }, box, region, none);
  expect(view).toEqual({ scale: 1, left: 232, top: 0 });
  expect(viewport.reveal(view, box, region, none)).toEqual(view);
});

test('what is visible lies within the drawing and fills the region where it can', () => {
  fc.assert(
    fc.property(anySize, anyRegion, fc.nat(5000), (drawing, region, left) => {
      const scale = viewport.firstScale(drawing, region);
      const most = Math.max(0, drawing.width * scale - region.width);
      const view = { scale, left: Math.min(left, most), top: 0 };
      const shown = viewport.visible(view, drawing, region);
      expect(shown.x).toBeGreaterThanOrEqual(0);
      expect(shown.x + shown.width).toBeLessThanOrEqual(drawing.width + 1e-6);
      expect(shown.width * scale).toBeCloseTo(Math.min(region.width, drawing.width * scale), 3);
    }),
  );
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
