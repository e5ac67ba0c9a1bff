import { expect, test } from 'vitest';
import type { Diagnostic } from '../../wasm/module/types';
import { samples } from '../../web/src/lesson/samples';
import { byField, fieldOf } from '../../web/src/state/field_of';
import { orchestrator } from '../wasm/module';

const codes = (title: string) =>
  orchestrator
    .check(samples.find((sample) => sample.title === title)?.definition)
    .map(({ code }) => code);

test('every sample has a name, a line on what it teaches, and a title of its own', () => {
  for (const { definition, teaches } of samples) {
    expect(definition.name).toBeTruthy();
    expect(teaches).toMatch(/^[A-Z].{20,}\.$/);
  }
  expect(new Set(samples.map(({ title }) => title)).size).toBe(samples.length);
});

test('the samples for sorting can be sorted and run', () => {
  for (const title of ['Demo ETL', 'Diamond', 'CI pipeline']) expect(codes(title)).toEqual([]);
});

test('the samples for stalling have a cycle and nothing else wrong', () => {
  for (const title of ['Self-dependency', 'Two-step cycle', 'Tail behind a cycle']) {
    expect(codes(title)).toEqual(['cyclic_dependency']);
  }
});

test('the sample for a mistake has just that one', () => {
  expect(codes('Unknown dependency')).toEqual(['unknown_dependency']);
});

test('the CI pipeline has the steps and tiers that its line promises', () => {
  const definition = samples.find(({ title }) => title === 'CI pipeline')?.definition;
  const tiers = orchestrator.tiers(definition);
  expect(definition?.steps.length).toBe(15);
  expect(tiers.ok && tiers.tiers.length).toBe(9);
});

const diagnostic = (path: string, steps: string[] = []): Diagnostic => ({
  code: 'invalid_type',
  severity: 'error',
  message: 'Wrong.',
  hint: '',
  steps,
  path,
});

test('a diagnostic belongs to the field of its path, or to the step or pipeline around it', () => {
  const definition = { steps: [{ name: 'a' }, { name: 'b' }] };
  const places = [
    ['/name', '/name'],
    ['/fail_fast', '/fail_fast'],
    ['/steps/1/name', '/steps/1/name'],
    ['/steps/1/depends_on/3', '/steps/1/depends_on'],
    ['/steps/1/action/fails', '/steps/1/action/fails'],
    ['/steps/1/action', '/steps/1/action'],
    ['/steps/1/action/colour', '/steps/1/action'],
    ['/steps/1/colour', '/steps/1'],
    ['/steps/1', '/steps/1'],
    ['/workers', ''],
    ['', ''],
  ] as const;
  for (const [path, field] of places) expect(fieldOf(diagnostic(path), definition)).toBe(field);
});

test('a diagnostic of the whole pipeline leads to the dependencies of the first step it names', () => {
  const definition = { steps: [{ name: 'a' }, { name: 'b' }] };
  expect(fieldOf(diagnostic('', ['b', 'a']), definition)).toBe('/steps/1/depends_on');
  expect(byField([diagnostic(''), diagnostic('')], definition).get('')).toHaveLength(2);
});
