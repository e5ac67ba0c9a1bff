/** The programs that are shown beside the trace run as they stand, and sort as the core does. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Algorithm } from '../../wasm/module/study_types';
import { loadStudies } from './module.js';

const studies = await loadStudies();
const folder = mkdtempSync(path.join(tmpdir(), 'programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = (algorithm: Algorithm, language: 'python' | 'cpp') => {
  const study = studies.open({ names: ['a'], dependencies: new Uint32Array(0) });
  return study
    .code(algorithm)
    [language].map(({ text }) => `${text}\n`)
    .join('');
};

/** As steps, and pairs between them. */
const graphs: [number, number[][]][] = [
  [0, []],
  [1, []],
  [1, [[0, 0]]],
  [
    4,
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ],
  ],
  [
    4,
    [
      [0, 1],
      [0, 1],
      [3, 2],
      [2, 0],
    ],
  ],
  [
    5,
    [
      [0, 1],
      [2, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ],
  ],
  [
    6,
    [
      [5, 0],
      [5, 2],
      [4, 0],
      [4, 1],
      [2, 3],
      [3, 1],
    ],
  ],
];

/** "0 1 2 3" or "none", first by Kahn's algorithm, then by depth-first search. */
const expected = graphs.flatMap(([steps, pairs]) => {
  const names = Array.from({ length: steps }, (_, id) => `s${id}`);
  const study = studies.open({ names, dependencies: Uint32Array.from(pairs.flat()) });
  const order = study.order('fifo');
  const told = [order, study.depth.leftIds.slice().reverse()].map((ids) =>
    order.length < steps ? 'none' : ids.join(' '),
  );
  study.dispose();
  return told;
});

const lists = (steps: number, pairs: number[][], at: 0 | 1) =>
  Array.from({ length: steps }, (_, step) =>
    pairs
      .filter((pair) => pair[at] === step)
      .map((pair) => pair[1 - at] as number)
      .sort((a, b) => a - b),
  );

test('in Python', () => {
  const calls = graphs.map(([steps, pairs]) => {
    const [dependents, dependencies] = [lists(steps, pairs, 0), lists(steps, pairs, 1)];
    const all = JSON.stringify(Array.from({ length: steps }, (_, step) => step));
    return (
      `tell(kahn(${all}, ${JSON.stringify(dependencies)}, ${JSON.stringify(dependents)}))\n` +
      `tell(depth_first(${all}, ${JSON.stringify(dependents)}))\n`
    );
  });
  const tell =
    'def tell(order):\n    print("none" if order is None else " ".join(map(str, order)))\n';
  const input = `${program('kahn', 'python')}\n${program('dfs', 'python')}\n${tell}${calls.join('')}`;
  const said = execFileSync('python3', ['-'], { input, encoding: 'utf8' });
  expect(said.trimEnd().split('\n')).toEqual(expected);
});

test('in C++', () => {
  const braces = (value: unknown): string =>
    Array.isArray(value) ? `{${value.map(braces).join(', ')}}` : String(value);
  const calls = graphs.map(([steps, pairs]) => {
    const [dependents, dependencies] = [lists(steps, pairs, 0), lists(steps, pairs, 1)];
    return (
      `  tell(kahn(Lists${braces(dependencies)}, Lists${braces(dependents)}));\n` +
      `  tell(depth_first(Lists${braces(dependents)}));\n`
    );
  });
  const headers = [
    'cstddef',
    'deque',
    'functional',
    'iostream',
    'optional',
    'queue',
    'utility',
    'vector',
  ];
  const tell = `template <class Order>
void tell(const std::optional<Order>& order) {
  const char* separator = "";
  if (!order) std::cout << "none";
  else for (const std::size_t step : *order) std::cout << std::exchange(separator, " ") << step;
  std::cout << "\\n";
}
`;
  const includes = headers.map((name) => `#include <${name}>\n`).join('');
  const source = path.join(folder, 'programs.cpp');
  const binary = path.join(folder, 'programs');
  writeFileSync(
    source,
    `${includes}${program('kahn', 'cpp')}${program('dfs', 'cpp')}${tell}int main() {\n${calls.join('')}}\n`,
  );
  execFileSync('c++', ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-o', binary, source]);
  const said = execFileSync(binary, { encoding: 'utf8' });
  expect(said.replace(/\n$/, '').split('\n')).toEqual(expected);
}, 60_000);
