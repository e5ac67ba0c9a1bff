// The machine's own package index as a pipeline file: names and dependencies of some sixty thousand packages, with real
// cycles. Where there is none, a seeded graph of the same shape. Alone: node tests/web/debian.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../build/debian');

/** `{ file, source, steps, dependencies }`; made once and kept in the build folder. */
export function debianGraph() {
  const file = path.join(folder, 'debian.json');
  const note = path.join(folder, 'about.json');
  if (existsSync(file) && existsSync(note)) {
    return { file, ...JSON.parse(readFileSync(note, 'utf8')) };
  }
  mkdirSync(folder, { recursive: true });
  const packages = packagesIn(available());
  const real = packages.size > 10_000;
  const steps = real ? stepsOf(packages) : syntheticSteps(60_000);
  const source = real ? "the machine's package index" : 'a seeded graph: there is no package index';
  const dependencies = steps.reduce((sum, { depends_on }) => sum + (depends_on?.length ?? 0), 0);
  const about = { source, steps: steps.length, dependencies };
  writeFileSync(file, JSON.stringify({ name: 'Debian packages', steps }));
  writeFileSync(note, JSON.stringify(about));
  return { file, ...about };
}

/** Packages by name, with what they depend on: lists of alternatives. */
function packagesIn(text) {
  const packages = new Map();
  for (const paragraph of text.split('\n\n')) {
    const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1] ?? '';
    const name = field('Package');
    if (!name || packages.has(name)) continue;
    const lists = `${field('Pre-Depends')},${field('Depends')}`.split(',');
    const bare = (words) => words.trim().split(/[\s(:[]/)[0];
    packages.set(name, {
      alternatives: lists.map((list) => list.split('|').map(bare).filter(Boolean)),
      provides: field('Provides').split(',').map(bare).filter(Boolean),
    });
  }
  return packages;
}

function available() {
  const { status, stdout } = spawnSync('apt-cache', ['dumpavail'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return status === 0 ? stdout : '';
}

/** Of alternatives the first that exists counts, and a virtual package is its first provider. */
function stepsOf(packages) {
  const providers = new Map();
  for (const [name, { provides }] of packages) {
    for (const virtual of provides) if (!providers.has(virtual)) providers.set(virtual, name);
  }
  const found = (name) => (packages.has(name) ? name : providers.get(name));
  return Array.from(packages, ([name, { alternatives }]) => {
    const chosen = alternatives.map((names) => names.map(found).find(Boolean)).filter(Boolean);
    const depends_on = [...new Set(chosen)];
    return depends_on.length > 0 ? { name, depends_on } : { name };
  });
}

/** A few steps that nearly all need, many that need some of those before them, and now and then a cycle. */
export function syntheticSteps(count) {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const nameOf = (at) => `package-${at}`;
  return Array.from({ length: count }, (_, at) => {
    const depends_on = new Set();
    for (let i = Math.floor(random() * 12); i > 0 && at > 0; i -= 1) {
      depends_on.add(nameOf(Math.floor(at * random() ** 3)));
    }
    if (at + 1 < count && random() < 0.002) depends_on.add(nameOf(at + 1));
    if (at > 0 && random() < 0.5) depends_on.add(nameOf(at - 1));
    return { name: nameOf(at), depends_on: [...depends_on] };
  });
}

if (process.argv[1] === import.meta.filename) {
  const { file, source, steps, dependencies } = debianGraph();
  console.log(`${file}: ${steps} steps and ${dependencies} dependencies, from ${source}`);
}
