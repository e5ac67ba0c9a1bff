import { describe, expect, test } from 'vitest';
import type { Trace } from '../../wasm/module/index.js';
import { diamond, orchestrator, pipeline, twoStepCycle } from './module.js';

function traceOf(definition: unknown): Trace {
  const result = orchestrator.trace(definition);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.trace;
}

const chain = pipeline('a', 'b < a', 'c < b', 'd < c', 'e < d');
const star = pipeline('hub', ...Array.from({ length: 2000 }, (_, i) => `s${i} < hub`));

describe('neighbourhood', () => {
  test('is what is nearest, with counts of what is not shown', () => {
    using trace = traceOf(chain);
    expect(trace.neighbourhood([2], 3)).toEqual({
      ids: Uint32Array.of(1, 2, 3),
      hiddenDependencies: Uint32Array.of(1, 0, 0),
      hiddenDependents: Uint32Array.of(0, 0, 1),
    });
    expect([...trace.neighbourhood([4, 0, 4], 2).ids]).toEqual([0, 4]);
  });

  test('of a hub brings a few of its dependents and counts the others', () => {
    using trace = traceOf(star);
    const { ids, hiddenDependents } = trace.neighbourhood([0], 300);
    expect([...ids]).toEqual(Array.from({ length: 13 }, (_, i) => i));
    expect(hiddenDependents[0]).toBe(2000 - 12);
  });

  test('is everything when everything may be shown', () => {
    using trace = traceOf(diamond);
    expect([...trace.neighbourhood([3], Number.POSITIVE_INFINITY).ids]).toEqual([0, 1, 2, 3]);
  });

  test('of no step is empty', () => {
    using trace = traceOf(diamond);
    const nothing = {
      ids: new Uint32Array(),
      hiddenDependencies: new Uint32Array(),
      hiddenDependents: new Uint32Array(),
    };
    expect(trace.neighbourhood([], 10)).toEqual(nothing);
    expect(trace.neighbourhood([1], 0)).toEqual(nothing);
    using empty = traceOf({ steps: [] });
    expect(empty.neighbourhood([], 10)).toEqual(nothing);
  });

  test('is a copy that later calls leave alone', () => {
    using trace = traceOf(chain);
    const first = trace.neighbourhood([2], 3);
    trace.neighbourhood([0, 4], 5);
    trace.frame(0);
    expect([...first.ids]).toEqual([1, 2, 3]);
  });

  test('of steps that do not exist throws', () => {
    using trace = traceOf(diamond);
    for (const id of [-1, 4, 0.5, Number.NaN, 2 ** 32]) {
      expect(() => trace.neighbourhood([0, id], 10)).toThrow(RangeError);
    }
    for (const most of [-1, Number.NaN]) {
      expect(() => trace.neighbourhood([0], most)).toThrow(RangeError);
    }
  });

  test('cannot be asked of a trace that was disposed of', () => {
    const trace = traceOf(diamond);
    trace.dispose();
    expect(() => trace.neighbourhood([0], 10)).toThrow('disposed');
    expect(() => trace.relatives(0)).toThrow('disposed');
  });
});

describe('relatives', () => {
  test('are upstream, downstream or neither', () => {
    using trace = traceOf(diamond);
    expect([...trace.relatives(1)]).toEqual([1, 0, 0, 2]);
    expect([...trace.relatives(3)]).toEqual([1, 1, 1, 0]);
  });

  test('on a cycle are both', () => {
    using trace = traceOf(twoStepCycle);
    expect([...trace.relatives(0)]).toEqual([3, 3, 2]);
    expect([...trace.relatives(2)]).toEqual([1, 1, 0]);
  });

  test('are copies', () => {
    using trace = traceOf(diamond);
    const first = trace.relatives(1);
    trace.relatives(0);
    expect([...first]).toEqual([1, 0, 0, 2]);
  });

  test('of a step that does not exist throw', () => {
    using trace = traceOf(diamond);
    for (const id of [-1, 4, 0.5, Number.NaN]) {
      expect(() => trace.relatives(id)).toThrow(RangeError);
    }
  });
});
