import { expect, test } from 'vitest';
import type { Document, Edit } from '../../web/src/state/document';
import * as edits from '../../web/src/state/edits';
import { textOf, valueTyped } from '../../web/src/state/typed';

const document: Document = {
  definition: {
    name: 'three',
    owner: 'ada',
    steps: [
      { name: 'a', colour: 'red' },
      { name: 'b', depends_on: ['a'] },
      { name: 'c', depends_on: ['a', 'b', 'a'], action: { output: 'done', colour: 'blue' } },
    ],
  },
  breakage: [],
};
const steps = (edit: Edit) => edit.apply(document).definition.steps;

test('a new step gets a name that is free', () => {
  expect(edits.freeName([])).toBe('step 1');
  expect(edits.freeName([{ name: 'step 2' }])).toBe('step 3');
  expect(steps(edits.addStep('d')).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('renaming a step renames it in its dependents', () => {
  expect(steps(edits.renameStep(0, 'a', 'x')).map((step) => step.depends_on)).toEqual([
    undefined,
    ['x'],
    ['x', 'b', 'x'],
  ]);
});

test('renaming a step renames it in what "Break it" has to take away again', () => {
  const broken = { ...document, breakage: [{ from: 'a', to: 'a' }] };
  expect(edits.renameStep(0, 'a', 'x').apply(broken).breakage).toEqual([{ from: 'x', to: 'x' }]);
});

test('removing a step removes the dependencies on it', () => {
  expect(edits.dependenciesLost(document.definition, 0)).toBe(3);
  expect(steps(edits.removeStep(0, 'a'))).toEqual([
    { name: 'b' },
    { name: 'c', depends_on: ['b'], action: { output: 'done', colour: 'blue' } },
  ]);
});

test('removing one of two steps with one name leaves the dependencies to the other', () => {
  const definition = { steps: [{ name: 'a' }, { name: 'a' }, { name: 'b', depends_on: ['a'] }] };
  expect(edits.dependenciesLost(definition, 0)).toBe(0);
  const left = edits.removeStep(0, 'a').apply({ definition, breakage: [] }).definition.steps;
  expect(left).toEqual([{ name: 'a' }, { name: 'b', depends_on: ['a'] }]);
});

test('a dependency is added once and taken away wherever it is listed', () => {
  expect(steps(edits.setDependency(1, 'b', 'c', true))[1]?.depends_on).toEqual(['a', 'c']);
  expect(steps(edits.setDependency(1, 'b', 'a', true))[1]?.depends_on).toEqual(['a']);
  expect(steps(edits.setDependency(2, 'c', 'a', false))[2]?.depends_on).toEqual(['b']);
  expect(steps(edits.setDependency(1, 'b', 'a', false))[1]).toEqual({ name: 'b' });
});

test('a field left empty falls back to the default', () => {
  expect(steps(edits.setStepField(0, 'max_retries', '3'))[0]?.max_retries).toBe(3);
  expect(steps(edits.setStepField(0, 'max_retries', ''))[0]).toEqual({ name: 'a', colour: 'red' });
  expect(steps(edits.setActionField(0, 'output', ''))[0]).toEqual({ name: 'a', colour: 'red' });
});

test('unknown fields survive every edit', () => {
  const all: Edit[] = [
    edits.addStep('d'),
    edits.renameStep(0, 'a', 'x'),
    edits.setDependency(0, 'a', 'b', true),
    edits.setStepField(0, 'timeout_ms', 'soon'),
    edits.setActionField(2, 'output', ''),
    edits.setActionField(2, 'fails', 'always'),
    edits.setPipelineName('four'),
    edits.setFailFast(false),
  ];
  for (const edit of all) {
    const { definition } = edit.apply(document);
    expect(definition).toMatchObject({ owner: 'ada' });
    expect(definition.steps[0]).toMatchObject({ colour: 'red' });
    expect(definition.steps[2]?.action).toMatchObject({ colour: 'blue' });
  }
});

test('an edit of a step that is gone changes nothing', () => {
  expect(edits.setStepField(9, 'max_retries', '3').apply(document)).toBe(document);
  expect(edits.renameStep(9, 'z', 'y').apply(document)).toBe(document);
});

test('what is typed becomes a number only when the number is written just so', () => {
  expect(['3', ' 3 ', '0.25', '-1', '0'].map(valueTyped)).toEqual([3, 3, 0.25, -1, 0]);
  expect(['1.', '01', '1e3', '1e999', 'NaN', 'abc', '--'].map(valueTyped)).toEqual([
    '1.',
    '01',
    '1e3',
    '1e999',
    'NaN',
    'abc',
    '--',
  ]);
  expect(['', '  '].map(valueTyped)).toEqual([undefined, undefined]);
});

test('a field shows any value that a file may hold', () => {
  expect([undefined, 'x', 3, null, [1], { a: true }].map(textOf)).toEqual([
    '',
    'x',
    '3',
    'null',
    '[1]',
    '{"a":true}',
  ]);
});
