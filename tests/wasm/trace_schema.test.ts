/** Traces as JSON keep to the schema that is delivered with the module, and the command prints the same. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { Algorithm, Study, TieBreak } from '../../wasm/module/study_types';
import { diamond, loadStudies, orchestrator, pipeline, readJson, studyOf } from './module.js';

const studies = await loadStudies();
const schema = readJson('dist/module/trace_event.schema.json') as object;
const isEvent = new Ajv({ strict: true, allErrors: true }).compile(schema);
const samples = path.resolve(import.meta.dirname, '../../core/samples');

function open(definition: unknown): Study {
  const graph = studyOf(orchestrator, definition);
  if (!graph.ok) throw new Error(graph.diagnostics[0]?.message);
  return studies.open(graph);
}

const ways: [Algorithm, TieBreak][] = [
  ['kahn', 'fifo'],
  ['kahn', 'lifo'],
  ['kahn', 'name'],
  ['kahn', 'longest-path'],
  ['dfs', 'fifo'],
];

function linesOf(
  study: Study,
  format: 'text' | 'json',
  [algorithm, tieBreak]: (typeof ways)[number],
) {
  const { length } = algorithm === 'dfs' ? study.depth : study.events([], -1);
  return study.lines(algorithm, format, 0, length, tieBreak);
}

/** Every kind of event, and of sentence, is in one of them. */
const pipelines = {
  nothing: pipeline(),
  single: pipeline('a'),
  diamond,
  alone: pipeline('a', 'b', 'c'),
  itself: pipeline('a < a', 'b < a'),
  twice: pipeline('a', 'b < a a', 'c < b a'),
  cycles: pipeline('a', 'b < a c', 'c < b', 'd < c', 'e < d f', 'f < e f'),
};

test('every event of every trace is one of the schema', () => {
  const kinds = new Set<string>();
  for (const definition of Object.values(pipelines)) {
    const study = open(definition);
    for (const way of ways) {
      const lines = linesOf(study, 'json', way).trimEnd().split('\n');
      lines.forEach((line, cursor) => {
        const event = JSON.parse(line);
        expect(isEvent(event), `${line}: ${JSON.stringify(isEvent.errors)}`).toBe(true);
        expect(event.cursor).toBe(cursor);
        kinds.add(event.kind);
      });
    }
    study.dispose();
  }
  expect([...kinds].sort()).toEqual(
    ['start', 'enqueue', 'dequeue', 'decrement', 'discover', 'look', 'leave', 'finish'].sort(),
  );
});

test('the schema refuses what is no event', () => {
  const [, event] = linesOf(open(diamond), 'json', ['kahn', 'fifo']).split('\n');
  const good = JSON.parse(event as string);
  expect(isEvent(good)).toBe(true);
  for (const change of [
    { kind: 'jump' },
    { cursor: -1 },
    { step: undefined },
    { dependent: 'b' },
    { found: 'tree' },
    { params: { step: null } },
    { code: 'Enqueue' },
    { sentence: '' },
    { more: 1 },
  ]) {
    expect(isEvent(JSON.parse(JSON.stringify({ ...good, ...change })))).toBe(false);
  }
});

test('a sentence is told the same by its code and params as by the study', () => {
  const study = open(pipelines.cycles);
  const events = linesOf(study, 'json', ['kahn', 'fifo']).trimEnd().split('\n');
  events.forEach((line, cursor) => {
    const { code, sentence, params } = JSON.parse(line);
    const told = study.sentence(cursor);
    expect([code, sentence]).toEqual([told.code, told.text]);
    expect(Object.keys(params)).toEqual(Object.keys(told.params));
  });
});

test('the command prints what the module answers, byte for byte', () => {
  const command = path.resolve(import.meta.dirname, '../../build/native-release/orchestrator');
  const files = readdirSync(samples).filter((file) => !file.startsWith('unknown'));
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const study = open(readJson(`core/samples/${file}`));
    for (const way of ways) {
      const [algorithm, tieBreak] = way;
      const options = algorithm === 'dfs' ? ['--algorithm', 'dfs'] : ['--tie-break', tieBreak];
      const words = ['trace', path.join(samples, file), ...options];
      const printed = (...more: string[]) =>
        execFileSync(command, [...words, ...more], { encoding: 'utf8' });
      expect(printed()).toBe(linesOf(study, 'text', way));
      expect(printed('--json')).toBe(linesOf(study, 'json', way));
    }
    study.dispose();
  }
});
