import { describe, expect, test } from 'vitest';
import type { Trace } from '../../wasm/module/index.js';
import { diamond, orchestrator, pipeline, twoStepCycle } from './module.js';

function traceOf(definition: unknown): Trace {
  const result = orchestrator.trace(definition);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.trace;
}

const cursors = (trace: Trace) => Array.from({ length: trace.length }, (_, cursor) => cursor);

describe('trace', () => {
  test('tells every event of the diamond', () => {
    using trace = traceOf(diamond);
    const events = cursors(trace).map((cursor) => {
      const { kind, step, dependent } = trace.event(cursor);
      return [kind, step, dependent].filter(Boolean).join(' ');
    });
    expect(events).toEqual([
      'start',
      'enqueue a',
      'dequeue a',
      'decrement a b',
      'enqueue b',
      'decrement a c',
      'enqueue c',
      'dequeue b',
      'decrement b d',
      'dequeue c',
      'decrement c d',
      'enqueue d',
      'dequeue d',
      'finish',
    ]);
  });

  test('a frame is the state after its event', () => {
    using trace = traceOf(diamond);
    expect(trace.frame(5)).toEqual({
      cursor: 5,
      event: { kind: 'decrement', step: 'a', dependent: 'c' },
      line: 6,
      sentence: "'c' drops from 1 to 0: its last dependency 'a' is done, so it joins the queue.",
      inDegrees: [0, 0, 0, 2],
      queue: ['b'],
      order: ['a'],
      state: 'running',
    });
    expect(trace.frame(13)).toMatchObject({
      state: 'sorted',
      order: ['a', 'b', 'c', 'd'],
      queue: [],
    });
  });

  test('a moment says the same in numbers', () => {
    using trace = traceOf(diamond);
    expect(trace.moment(5)).toEqual({
      cursor: 5,
      kind: 'decrement',
      step: 0,
      dependent: 2,
      line: 6,
      state: 'running',
      taken: 1,
      entered: 2,
      lowered: 2,
    });
    expect([...trace.orderIds]).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((id) => trace.inDegreeOf(5, id))).toEqual(trace.frame(5).inDegrees);
    expect([...trace.inDegrees(5)]).toEqual(trace.frame(5).inDegrees);
    expect(() => trace.inDegreeOf(5, 4)).toThrow(RangeError);
  });

  test('frames are the same whichever way one comes to them', () => {
    using trace = traceOf(diamond);
    const forward = cursors(trace).map((cursor) => trace.frame(cursor));
    const back = cursors(trace)
      .reverse()
      .map((cursor) => trace.frame(cursor));
    expect(back.reverse()).toEqual(forward);
  });

  test('single values agree with the frame', () => {
    using trace = traceOf(diamond);
    for (const cursor of cursors(trace)) {
      const frame = trace.frame(cursor);
      const inDegrees = diamond.steps.map(({ name }) => trace.inDegree(cursor, name));
      expect(inDegrees).toEqual(frame.inDegrees);
      expect(trace.sentence(cursor)).toBe(frame.sentence);
      expect(trace.event(cursor)).toEqual(frame.event);
    }
  });

  test('a cyclic graph is traced until it stalls, and says why', () => {
    using trace = traceOf(twoStepCycle);
    expect(trace.frame(trace.length - 1)).toMatchObject({ state: 'stalled', order: [] });
    expect(trace.stall).toEqual({ cycles: [['a', 'b', 'a']], onCycle: ['a', 'b'], behind: ['c'] });
  });

  test('an acyclic graph has no stall', () => {
    using trace = traceOf(diamond);
    expect(trace.stall).toBeNull();
  });

  test('each knot of cycles has its own closed path', () => {
    using trace = traceOf(pipeline('a < a', 'b < c', 'c < b', 'd < c'));
    expect(trace.stall?.cycles).toEqual([
      ['a', 'a'],
      ['b', 'c', 'b'],
    ]);
    expect(trace.stall?.behind).toEqual(['d']);
  });

  test('unknown dependencies cannot be traced', () => {
    const result = orchestrator.trace(pipeline('a < ghost'));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'unknown_dependency' }] });
  });

  test('a wrong limit does not hide the graph', () => {
    using trace = traceOf({ steps: [{ name: 'a', timeout_ms: -1 }] });
    expect(trace.length).toBe(4);
  });

  test('an empty pipeline has a start and a finish', () => {
    using trace = traceOf({ steps: [] });
    expect(trace.length).toBe(2);
    expect(trace.frame(1)).toMatchObject({ state: 'sorted', order: [], inDegrees: [] });
  });

  test('keeps its names when the definition changes', () => {
    const definition = pipeline('a', 'b < a');
    using trace = traceOf(definition);
    definition.steps.length = 0;
    expect(trace.frame(trace.length - 1).order).toEqual(['a', 'b']);
  });

  test('cursors outside the trace throw', () => {
    using trace = traceOf(diamond);
    for (const cursor of [-1, trace.length, 0.5, Number.NaN]) {
      expect(() => trace.frame(cursor)).toThrow(RangeError);
      expect(() => trace.event(cursor)).toThrow(RangeError);
    }
    expect(() => trace.inDegree(0, 'ghost')).toThrow(RangeError);
  });

  test('may be disposed of more than once, and throws when used afterwards', () => {
    const trace = traceOf(diamond);
    trace.dispose();
    trace.dispose();
    trace[Symbol.dispose]();
    expect(() => trace.frame(0)).toThrow('disposed');
  });

  test('a thousand traces leave no memory behind', () => {
    const before = process.memoryUsage().external;
    const wide = pipeline('root', ...Array.from({ length: 2000 }, (_, i) => `s${i} < root`));
    for (let i = 0; i < 1000; i++) traceOf(wide).dispose();
    expect(process.memoryUsage().external - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('5,000 steps cross in one frame', () => {
    const names = Array.from({ length: 5000 }, (_, i) => (i === 0 ? 's0' : `s${i} < s${i >> 1}`));
    using trace = traceOf(pipeline(...names));
    const frame = trace.frame(trace.length - 1);
    expect(frame.order).toHaveLength(5000);
    expect(frame.inDegrees.every((degree) => degree === 0)).toBe(true);
  });
});
