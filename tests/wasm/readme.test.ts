/** What the README shows is what one gets. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { orchestrator } from './module.js';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    ([, text]) => `${text}`,
  );

test('the module example runs and gives what its comments say', () => {
  const [example = ''] = blocks('js');
  const module = path.join(root, 'dist/module/index.js');
  const program = example
    .replace('./dist/module/index.js', module)
    .replace(/^((?:orchestrator|study)\..*); \/\/ (\S.*?)(?: —.*)?$/gm, 'check($1, $2);');
  expect(program.match(/^check\(/gm)).toHaveLength(6);
  const check = "import { deepStrictEqual as check } from 'node:assert';\n";
  const said = execFileSync(process.execPath, ['--input-type=module'], {
    input: check + program,
    encoding: 'utf8',
  });
  expect(said.trim().split('\n').at(-1)).toContain('Sorted: all 2 steps');
});

test('the example of a run does what its comment says', () => {
  const [, example = ''] = blocks('js');
  const module = path.join(root, 'dist/module/index.js');
  const said = execFileSync(process.execPath, ['--input-type=module'], {
    input: example.replace('./dist/module/index.js', module),
    encoding: 'utf8',
  });
  const [, expected] = /console.log\(report.*\/\/ (.*)/.exec(example) ?? [];
  expect(said.trim().split('\n').at(-1)).toBe(expected);
  expect(said).toContain("Attempt 1 of 'fetch' fails. It may make up to 3.");
});

test('the diagram of a step shows every transition, and no other', () => {
  const rows = orchestrator.transitions.map(
    ({ from, to, when, provided }) => `  ${from} --> ${to}: ${when}${provided && ` (${provided})`}`,
  );
  const ends = ['SUCCESS', 'FAILED', 'SKIPPED'].map((status) => `  ${status} --> [*]`);
  const diagram = ['stateDiagram-v2', '  [*] --> PENDING', ...rows, ...ends, ''].join('\n');
  expect(blocks('mermaid')).toEqual([diagram]);
});

test('every source of a policy is named', () => {
  for (const { id, sources } of orchestrator.policies) {
    expect(readme).toContain(`| \`${id}\` |`);
    for (const source of sources) expect(readme).toContain(`(${source})`);
  }
});

test('the example file of a pipeline has no mistakes', () => {
  for (const example of blocks('json')) expect(orchestrator.check(JSON.parse(example))).toEqual([]);
  expect(blocks('json')).not.toHaveLength(0);
});

test('the command prints what it shows', () => {
  for (const example of blocks('console')) {
    const [line = '', ...expected] = example.split('\n');
    const [, ...words] = line.replace('$ ', '').split(' ');
    const command = path.join(root, 'build/native-release/orchestrator');
    expect(execFileSync(command, words, { cwd: root, encoding: 'utf8' })).toBe(expected.join('\n'));
  }
  expect(blocks('console')).not.toHaveLength(0);
});

test('every file and every npm script it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const [, script] of readme.matchAll(/npm run ([\w:]+)/g))
    expect(scripts).toHaveProperty([`${script}`]);
  for (const [, file] of readme.matchAll(/\]\((?!http)([^)]+)\)/g)) {
    expect(existsSync(path.join(root, `${file}`)), file).toBe(true);
  }
});
