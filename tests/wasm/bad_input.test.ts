import { describe, expect, test } from 'vitest';
import { orchestrator, pipeline } from './module.js';

const codes = (definition: unknown) => orchestrator.check(definition).map(({ code }) => code);
const oneStep = (name: unknown) => ({ steps: [{ name }] });

describe('values that are no pipeline', () => {
  const values = [null, undefined, 1, 'text', true, [], () => 1, Symbol('s'), 10n, Number.NaN];
  test.each(values.map((value) => ({ value, text: String(value) })))(
    '$text is told so',
    ({ value }) => {
      expect(codes(value)).toEqual(['invalid_type']);
      expect(orchestrator.sort(value)).toMatchObject({ ok: false });
      expect(orchestrator.trace(value)).toMatchObject({ ok: false });
      expect(orchestrator.simulate(value)).toMatchObject({ ok: false });
    },
  );

  test('an object without steps is told so', () => {
    expect(codes({})).toEqual(['missing_field']);
    expect(codes({ steps: 3 })).toEqual(['invalid_type']);
    expect(codes({ steps: [3, null, []] })).toEqual([
      'invalid_type',
      'invalid_type',
      'invalid_type',
    ]);
  });
});

describe('names', () => {
  test('that are text stay text, whatever they look like', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      `"'&\\`,
      '__proto__',
      'constructor',
      '{{x}}',
      '\u202Egnp',
      'é',
      '🚀',
    ];
    const definition = { steps: names.map((name) => ({ name })) };
    expect(orchestrator.sort(definition)).toEqual({ ok: true, order: names });
  });

  test('with marks that nobody sees are warned of', () => {
    for (const name of ['a\u202Eb', 'a\u0000b', 'a\u200Bb', 'a\tb']) {
      expect(codes(oneStep(name))).toEqual(['invisible_character']);
      expect(orchestrator.check(oneStep(name))[0]?.message).toMatch(/\\u\{[0-9A-F]{4}\}/);
    }
  });

  test('of a megabyte are refused with a short sentence', () => {
    const [diagnostic] = orchestrator.check(oneStep('x'.repeat(2 ** 20)));
    expect(diagnostic?.code).toBe('invalid_name');
    expect(diagnostic?.message).toContain('1048576 characters');
    expect(diagnostic?.message.length).toBeLessThan(300);
  });

  test('that are empty, blank, half a character or no text are refused', () => {
    for (const name of ['', '  ', '\u200B', 'x\uD800', 7, null, {}, []]) {
      expect(codes(oneStep(name))).toContain('invalid_name');
    }
    expect(codes({ steps: [{}] })).toEqual(['invalid_name']);
  });
});

describe('hostile shapes', () => {
  test('a value that contains itself is read as far as the format goes', () => {
    const action: { self?: unknown } = {};
    action.self = action;
    expect(codes({ steps: [{ name: 'a', action }] })).toEqual(['unknown_field']);
  });

  test('nesting a hundred thousand deep neither overflows nor hangs', () => {
    let deep: unknown = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(codes({ steps: [], deep })).toEqual(['unknown_field']);
    expect(codes({ steps: deep })).toEqual(['invalid_type']);
  });

  test('a chain and a star of 100,000 steps are sorted and traced', () => {
    const count = 100_000;
    const chain = {
      steps: Array.from({ length: count }, (_, i) => ({
        name: `s${i}`,
        depends_on: i ? [`s${i - 1}`] : [],
      })),
    };
    const star = pipeline('hub', ...Array.from({ length: count }, (_, i) => `s${i} < hub`));
    for (const definition of [chain, star]) {
      const sorted = orchestrator.sort(definition);
      expect(sorted.ok && sorted.order.length).toBe(definition.steps.length);
      const traced = orchestrator.trace(definition);
      if (!traced.ok) throw new Error('not traced');
      expect(traced.trace.event(traced.trace.length - 1).kind).toBe('finish');
      traced.trace.dispose();
    }
  });

  test('a hundred thousand mistakes are counted beyond the first ten thousand', () => {
    const definition = { steps: Array.from({ length: 100_000 }, () => ({ name: '' })) };
    const diagnostics = orchestrator.check(definition);
    expect(diagnostics).toHaveLength(10_001);
    expect(diagnostics.at(-1)?.message).toContain('90000 more mistakes');
  });

  test('a failed call leaves the module as usable as before', () => {
    expect(() => orchestrator.sortIds(1, new Uint32Array([5, 5]))).toThrow(RangeError);
    expect(orchestrator.sort(pipeline('a'))).toEqual({ ok: true, order: ['a'] });
  });
});
