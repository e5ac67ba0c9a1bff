import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, PipelineDefinition } from '../../wasm/module/types';
import { keysOf, pointerTo, valueAt, withValueAt } from '../../web/src/state/json_pointer';
import type { Mend } from '../../web/src/state/mend';
import { type Code, mends, mendsOf } from '../../web/src/state/mends';
import { nearestName } from '../../web/src/state/nearest_name';
import { Store } from '../../web/src/state/store';
import { orchestrator } from '../wasm/module';

const source = readFileSync(new URL('../../core/diagnostic.cpp', import.meta.url), 'utf8');
const codes = [...source.matchAll(/CodeRow\{Code::\w+, "(\w+)"/g)].map(([, code]) => code ?? '');

const step = (more: object, name = 'a') => ({ steps: [{ name, ...more }] });
const cases: Partial<Record<Code, unknown[]>> = {
  unknown_dependency: [
    step({ depends_on: ['ghost'] }),
    { steps: [{ name: 'goat' }, { name: 'b', depends_on: ['goat', 'ghoat'] }] },
    step({ depends_on: [''] }),
  ],
  cyclic_dependency: [
    {
      steps: [
        { name: 'a', depends_on: ['b'] },
        { name: 'b', depends_on: ['a', 'a'] },
      ],
    },
    step({ depends_on: ['a'] }),
  ],
  duplicate_step: [
    { steps: [{ name: 'a' }, { name: 'a' }, { name: 'a 2' }, { name: 'b', depends_on: ['a'] }] },
    { steps: Array(5).fill({ name: 'a' }) },
  ],
  invalid_name: [
    { steps: [{ name: 'step 2' }, { name: ' ' }, { name: 'b', depends_on: [' '] }] },
    step({}, 'x'.repeat(1001)),
    { steps: [{}] },
    { steps: [{ name: 7 }] },
  ],
  invalid_max_retries: [step({ max_retries: 0 }), step({ max_retries: 2.5 })],
  invalid_timeout: [step({ timeout_ms: 0 })],
  invalid_duration: [step({ action: { duration_ms: -1 } })],
  invalid_fails: [step({ action: { fails: 'often' } }), step({ action: { fails: -1 } })],
  invalid_workers: [{ workers: 0, steps: [] }],
  invalid_type: [
    { name: 7, steps: [] },
    { name: [], fail_fast: 'no', workers: '4', steps: [] },
    step({ max_retries: '3', timeout_ms: null, run: true, action: { output: 1, error: {} } }),
    step({ depends_on: 'b' }),
    step({ depends_on: [7], action: 'go' }),
    { steps: ['a', 'b'] },
  ],
  missing_field: [{}],
  unknown_field: [
    step({ depend_on: ['a'], dependsOn: 'b', colour: 'red' }),
    step({ action: { ouput: 'x', 'a/b~c': 1 } }),
    { stepz: 1, fail_fats: true, steps: [] },
  ],
  duplicate_dependency: [{ steps: [{ name: 'a' }, { name: 'b', depends_on: ['a', 'a', 'a'] }] }],
  invisible_character: [
    { steps: [{ name: 'a' }, { name: 'a\u200b' }, { name: 'c', depends_on: ['a\u200b'] }] },
    step({}, '\u202eevil\u0007'),
  ],
};

const same = (one: Diagnostic) => (other: Diagnostic) =>
  other.code === one.code && other.path === one.path && other.message === one.message;

function storeFor(definition: unknown): Store {
  const document = { definition: definition as PipelineDefinition, breakage: [] };
  return new Store({ document, cursor: 0, speed: 1, theme: 'system' });
}

test('every code of the core has mends or a reason why not', () => {
  expect(codes.length).toBeGreaterThan(15);
  expect(Object.keys(mends).sort()).toEqual(codes.sort());
});

for (const [code, definitions] of Object.entries(cases)) {
  test(`each mend of ${code} takes it away, and undo brings everything back`, () => {
    for (const definition of definitions) {
      const found = orchestrator.check(definition).filter((one) => one.code === code);
      expect(found.length).toBeGreaterThan(0);
      for (const diagnostic of found) {
        const offered = mendsOf(diagnostic, definition as PipelineDefinition);
        expect({ diagnostic, offered: offered.length > 0 }).toEqual({ diagnostic, offered: true });
        for (const { edit } of offered) {
          const store = storeFor(definition);
          store.edit(edit);
          const left = orchestrator.check(store.definition);
          expect(left.filter(same(diagnostic))).toEqual([]);
          expect(store.undoLabel).toBe(edit.label);
          store.undo();
          expect(store.definition).toBe(definition);
        }
      }
    }
  });
}

test('every code that has mends is tried above', () => {
  const able = Object.entries(mends).filter(([, entry]) => typeof entry === 'function');
  expect(Object.keys(cases).sort()).toEqual(able.map(([code]) => code).sort());
});

const titles = (definition: unknown, code: Code): string[] =>
  orchestrator
    .check(definition)
    .filter((one) => one.code === code)
    .flatMap((one) => mendsOf(one, definition as PipelineDefinition))
    .map(({ title }: Mend) => title);

test('the buttons say what they do', () => {
  const misspelt = { steps: [{ name: 'goat' }, { name: 'b', depends_on: ['ghoat'] }] };
  expect(titles(misspelt, 'unknown_dependency')).toEqual([
    "Change it to 'goat'",
    "Create step 'ghoat'",
    'Remove this dependency',
  ]);
  expect(titles(step({ max_retries: 0 }), 'invalid_max_retries')).toEqual(['Set max_retries to 1']);
  expect(titles(step({ depend_on: [] }), 'unknown_field')).toEqual([
    "Rename the field to 'depends_on'",
    "Remove the field 'depend_on'",
  ]);
  const twice = { steps: [{ name: 'load' }, { name: 'load' }] };
  expect(titles(twice, 'duplicate_step')).toEqual(["Rename the second 'load'"]);
  const cycle = {
    steps: [
      { name: 'a', depends_on: ['b'] },
      { name: 'b', depends_on: ['a'] },
    ],
  };
  expect(titles(cycle, 'cyclic_dependency')).toEqual(["Remove 'b' from what 'a' depends on"]);
  expect(titles(step({}, ' '), 'invalid_name')).toEqual(["Name it 'step 1'"]);
});

test('renaming the second of two leaves their dependents with the first', () => {
  const definition = {
    steps: [{ name: 'a' }, { name: 'a' }, { name: 'b', depends_on: ['a'] }],
  };
  const [diagnostic] = orchestrator.check(definition);
  const store = storeFor(definition);
  const [mend] = diagnostic ? mendsOf(diagnostic, definition) : [];
  if (mend) store.edit(mend.edit);
  expect(store.definition.steps).toEqual([
    { name: 'a' },
    { name: 'a 2' },
    { name: 'b', depends_on: ['a'] },
  ]);
});

test('a field is not renamed to one that is there, nor to one that its value does not fit', () => {
  const there = step({ depends_on: [], depend_on: ['b'] });
  expect(titles(there, 'unknown_field')).toEqual(["Remove the field 'depend_on'"]);
  const unfit = step({ depend_on: { b: 1 } });
  expect(titles(unfit, 'unknown_field')).toEqual(["Remove the field 'depend_on'"]);
});

test('the nearest name is the one that the core hints at', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', 'c', '_', '-', ' ', 'é', '步'),
    maxLength: 8,
  });
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), (typed, names) => {
      fc.pre(typed !== '' && !names.includes(typed));
      const steps = names.map((name, at) => ({ name, depends_on: at === 0 ? [typed] : [] }));
      const hint = orchestrator
        .check({ steps })
        .find(({ code }) => code === 'unknown_dependency')?.hint;
      const near = nearestName(typed, names);
      expect(hint).toBe(
        near === null
          ? 'Add a step of that name, or remove the dependency.'
          : `Did you mean '${near}'?`,
      );
    }),
    { numRuns: 500 },
  );
});

test('whatever the core calls invisible is taken out', () => {
  for (let code = 1; code <= 0xffff; code += 1) {
    const definition = step({}, `a${String.fromCharCode(code)}b`) as PipelineDefinition;
    const found = orchestrator.check(definition).find((one) => one.code === 'invisible_character');
    const [mend] = found ? mendsOf(found, definition) : [];
    expect(mend !== undefined).toBe(found !== undefined);
    const mended = mend?.edit.apply({ definition, breakage: [] }).definition ?? { steps: [] };
    if (found) expect(orchestrator.check(mended)).toEqual([]);
  }
});

test('no diagnostic of any value makes finding its mends fail', () => {
  const key = fc.constantFrom(
    'name',
    'steps',
    'depends_on',
    'action',
    'fails',
    'nmae',
    '__proto__',
    '\ud800',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom<unknown>('a', 'b', '', 7, null, true, -1),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(
      fc.oneof(
        value,
        fc.array(value).map((steps) => ({ steps })),
      ),
      (definition) => {
        for (const diagnostic of orchestrator.check(definition)) {
          for (const { edit } of mendsOf(diagnostic, definition as PipelineDefinition)) {
            const copy = structuredClone(definition);
            edit.apply({ definition: definition as PipelineDefinition, breakage: [] });
            expect(definition).toEqual(copy);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a pointer leads to its value, and a changed copy shares the rest', () => {
  const whole = { 'a/b': [{ '~': 1 }, { x: 2 }] };
  const path = pointerTo(pointerTo(pointerTo('', 'a/b'), 0), '~');
  expect(path).toBe('/a~1b/0/~0');
  expect(keysOf(path)).toEqual(['a/b', '0', '~']);
  expect(valueAt(whole, path)).toBe(1);
  expect(valueAt(whole, '/nowhere/at/all')).toBeUndefined();
  const changed = withValueAt(whole, path, 3);
  expect(changed).toEqual({ 'a/b': [{ '~': 3 }, { x: 2 }] });
  expect(changed['a/b'][1]).toBe(whole['a/b'][1]);
  expect(withValueAt(whole, '/a~1b/0', undefined)).toEqual({ 'a/b': [{ x: 2 }] });
  expect(withValueAt(whole, '/gone/1', 3)).toBe(whole);
});
