/** The algorithms as code, what they cost, other tie-breaks and the lines of a trace, as the module tells of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Algorithm, Study, TieBreak } from '../../wasm/module/study_types';
import { loadStudies } from './module.js';

const studies = await loadStudies();

/** Steps by letters: `opened('abc', 'ab', 'bc')` is a -> b -> c. */
function opened(names: string, ...arrows: string[]): Study {
  const steps = [...names];
  const ids = arrows.flatMap((arrow) => [...arrow].map((name) => steps.indexOf(name)));
  return studies.open({ names: steps, dependencies: Uint32Array.from(ids) });
}

const diamond = () => opened('abcd', 'ab', 'ac', 'bd', 'cd');
const letters = (steps: Uint32Array, names: string) =>
  [...steps].map((step) => names[step]).join('');
const tieBreaks: TieBreak[] = ['fifo', 'lifo', 'name', 'longest-path'];

test('a tie-break decides which of several ready steps goes next', () => {
  //  d, a and c are ready at first; the longest path begins with c
  const names = 'dacbef';
  const study = opened(names, 'ab', 'ce', 'ef');
  const order = (tieBreak: TieBreak) => letters(study.order(tieBreak), names);
  expect(order('fifo')).toBe('dacbef');
  expect(order('lifo')).toBe('cefabd');
  expect(order('name')).toBe('abcdef');
  expect(order('longest-path')).toBe('caedbf');
  expect(() => study.order('random' as TieBreak)).toThrow('There is no random');
});

test('any tie-break gives an order, or lacks the same steps', () => {
  const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
  fc.assert(
    fc.property(pairs, (dependencies) => {
      const study = studies.open({
        names: [...'hgfedcba'],
        dependencies: Uint32Array.from(dependencies.flat()),
      });
      const steps = (tieBreak: TieBreak) => [...study.order(tieBreak)].sort();
      for (const tieBreak of tieBreaks) {
        expect(study.brokenBy(study.order(tieBreak))).toBeNull();
        expect(steps(tieBreak)).toEqual(steps('fifo'));
      }
      study.dispose();
    }),
  );
});

test('code has rows that its lines in every language belong to, and words as the traces have them', () => {
  const study = diamond();
  const { rows, words, python, cpp } = study.code('kahn');
  expect(rows).toHaveLength(8);
  expect(words[3]).toEqual({
    text: '    take the first step out and append it to the order',
    row: 4,
  });
  expect(rows[5]?.variables).toEqual(['dependent', 'in_degree[dependent]']);
  for (const code of [study.code('kahn'), study.code('dfs')]) {
    for (const [at, row] of code.rows.entries()) {
      expect(row.words).toBe(code.words[at]?.text);
      expect(row.explanation).toMatch(/^[A-Z].*\.$/);
      for (const program of [code.python, code.cpp]) {
        expect(program.some((line) => line.row === at + 1)).toBe(true);
      }
    }
  }
  expect(python.filter(({ row }) => row === 4).map(({ text }) => text.trim())).toEqual([
    'step = ready.popleft()',
    'order.append(step)',
  ]);
  expect(cpp.at(-1)).toEqual({ text: '}', row: 0 });
});

test('variables have values beside the code, as far as they have one', () => {
  const study = diamond();
  const values = (algorithm: Algorithm, cursor: number) =>
    Object.fromEntries(study.values(algorithm, cursor).map(({ name, text }) => [name, text]));
  expect(values('kahn', 0)).toEqual({
    in_degree: "{'a': 0, 'b': 1, 'c': 1, 'd': 2}",
    ready: '[]',
    order: '[]',
  });
  expect(values('kahn', 8)).toEqual({
    in_degree: "{'a': 0, 'b': 0, 'c': 0, 'd': 1}",
    ready: "['c']",
    order: "['a', 'b']",
    step: "'b'",
    dependent: "'d'",
    'in_degree[dependent]': '1',
  });
  expect(values('dfs', 10)).toEqual({
    stack: "['a', 'c']",
    order: "['b', 'd']",
    cycles: '[]',
    step: "'c'",
    dependent: "'d'",
    'colour[dependent]': 'black',
  });
  expect(() => study.values('kahn', 14)).toThrow(RangeError);
});

test('every variable beside a row has a value at some event', () => {
  const study = diamond();
  for (const algorithm of ['kahn', 'dfs'] as const) {
    // Both traces of a graph without a cycle are as long.
    const known = new Set<string>();
    for (let cursor = 0; cursor < study.depth.length; cursor++) {
      for (const { name } of study.values(algorithm, cursor)) known.add(name);
    }
    for (const { variables } of study.code(algorithm).rows) {
      for (const name of variables) expect(known).toContain(name);
    }
  }
});

test('of long lists the end that changes is shown, and how much more there is', () => {
  const names = Array.from({ length: 20 }, (_, i) => `s${i}`);
  const study = studies.open({ names, dependencies: new Uint32Array(0) });
  const ready = study.values('kahn', 20).find(({ name }) => name === 'ready');
  expect(ready?.text).toBe("['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', … +12]");
  const order = study.values('kahn', 40).find(({ name }) => name === 'order');
  expect(order?.text).toBe("[… +12, 's12', 's13', 's14', 's15', 's16', 's17', 's18', 's19']");
});

test('the cost is what was done by an event, in the end V, V and E', () => {
  const study = diamond();
  expect(study.cost('kahn', 0)).toEqual({ put: 0, taken: 0, followed: 0 });
  expect(study.cost('kahn', 8)).toEqual({ put: 3, taken: 2, followed: 3 });
  expect(study.cost('kahn', 13)).toEqual({ put: 4, taken: 4, followed: 4 });
  expect(study.cost('dfs', 10)).toEqual({ put: 4, taken: 2, followed: 4 });
  expect(study.cost('dfs', 13)).toEqual({ put: 4, taken: 4, followed: 4 });
});

test('a trace is told line by line, in whole or in parts', () => {
  const study = diamond();
  const text = study.lines('kahn', 'text', 0, 14);
  const lines = text.split('\n');
  expect(lines[0]).toMatch(/^ 0 {2}start {6}Each step's in-degree is counted/);
  expect(lines[8]).toBe(
    " 8  decrement  'd' drops from 2 to 1: 'b' is done, but it still waits for 'c'.",
  );
  expect(lines[14]).toBe('sorted: 4 of 4 steps in the order');
  expect(text.endsWith('order\n')).toBe(true);
  expect(study.lines('kahn', 'text', 0, 8) + study.lines('kahn', 'text', 8, 14)).toBe(text);
  expect(study.lines('kahn', 'text', 3, 3)).toBe('');
  expect(() => study.lines('kahn', 'text', 0, 15)).toThrow(RangeError);
});

test('a cycle is told of behind the last event, by either algorithm', () => {
  const study = opened('abc', 'ab', 'ba', 'bc');
  expect(study.lines('kahn', 'text', 1, 2).split('\n').slice(1)).toEqual([
    'stalled: 0 of 3 steps in the order',
    '  closed path: a -> b -> a',
    '  on a cycle: a, b',
    '  only behind one: c',
    '',
  ]);
  const { length } = study.depth;
  expect(
    study
      .lines('dfs', 'text', length - 1, length)
      .split('\n')
      .slice(1),
  ).toEqual(['cycle: 1 dependency back to a grey step', '  leads back: b -> a', '']);
});

test('as JSON each line is an event with its steps, and its sentence in parts and whole', () => {
  const study = diamond();
  const events = study.lines('kahn', 'json', 0, 14).trim().split('\n');
  expect(events).toHaveLength(14);
  expect(JSON.parse(events[8] as string)).toEqual({
    cursor: 8,
    kind: 'decrement',
    step: 'b',
    dependent: 'd',
    line: 6,
    code: 'decrement.waits',
    params: { dependent: 'd', before: 2, after: 1, step: 'b', missing: 'c' },
    sentence: "'d' drops from 2 to 1: 'b' is done, but it still waits for 'c'.",
  });
  expect(JSON.parse(study.lines('dfs', 'json', 10, 11))).toMatchObject({
    kind: 'look',
    step: 'c',
    dependent: 'd',
    found: 'cross',
    code: 'depth.look.cross',
  });
});

test('by another tie-break the sentences say why a step was taken', () => {
  const study = opened('cab', 'ab');
  const line = (tieBreak: TieBreak, cursor: number) =>
    study.lines('kahn', 'text', cursor, cursor + 1, tieBreak).trim();
  expect(line('lifo', 3)).toBe(
    "3  dequeue    'a' joined the queue last, of the 2 steps in it: it is taken out and becomes number 1 in the order.",
  );
  expect(line('name', 3)).toBe(
    "3  dequeue    'a' is the first by name of the 2 steps in the queue: it is taken out and becomes number 1 in the order.",
  );
  expect(line('longest-path', 3)).toBe(
    "3  dequeue    None of the 2 steps in the queue has a longer path ahead than 'a', of length 1: it is taken out and becomes number 1 in the order.",
  );
  expect(line('lifo', 5)).toBe(
    "5  enqueue    'b' has in-degree 0 now: it waits for nothing any more and joins the ready queue, whose length is 2 now.",
  );
});

test('hostile names stay text in JSON and in lines', () => {
  const names = ['"\\\n</script>', '\u202e\u0000 🦆'];
  const study = studies.open({ names, dependencies: Uint32Array.of(0, 1) });
  const events = study.lines('kahn', 'json', 0, 7).trim().split('\n');
  expect(events).toHaveLength(7);
  expect(JSON.parse(events[3] as string)).toMatchObject({ step: names[0], dependent: names[1] });
  expect(study.lines('kahn', 'text', 0, 7).split('\n')).toHaveLength(9);
});
