// npm test [-- --only STAGE]: everything, stage after stage. A stage that fails does not hide the later ones.
// The last line is "N passed, N failed": the single tests of GoogleTest and Vitest, and each other stage as one.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildModule, buildPage, buildWasm, cmake, configure } from '../wasm/setup/build.mjs';
import { install } from '../wasm/setup/install.mjs';
import {
  filesUnder,
  fingerprint,
  inRoot,
  main,
  output,
  Problem,
  root,
  run,
  tool,
  which,
} from '../wasm/setup/shell.mjs';
import { fuzz } from './fuzz/fuzz.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Other versions of LLVM's style tools differ in details: the style is settled with this one. */
const settledStyle = '14';
function styleTool(name) {
  const command = which(`${name}-${settledStyle}`) ?? which(name);
  const version = /version (\d+)/.exec(output(command, ['--version']) ?? '')?.[1];
  if (version === settledStyle) return command;
  console.log(
    `${name} is version ${version}, the style is settled with ${settledStyle}: not checked`,
  );
  return undefined;
}

async function checkFormat() {
  const command = styleTool('clang-format');
  const files = filesUnder('core', 'wasm', 'tests').filter((file) => /\.(h|cpp)$/.test(file));
  if (command) await run(command, ['--dry-run', '-Werror', ...files]);
}

/**
 * clang-tidy for core, as many at once as there are processors. What the compiler reads together (see core/CMakeLists.txt)
 * is read together here, too, and again only when something changed.
 */
async function checkTidy() {
  const command = styleTool('clang-tidy');
  if (!command) return;
  await configure('native-debug');
  const commands = readJson(inRoot('build/native-debug/compile_commands.json'));
  const batches = commands
    .map(({ file }) => path.relative(root, file))
    .filter((file) => file.startsWith('build/native-debug/core/'));
  const headers = filesUnder('core').filter((file) => file.endsWith('.h'));
  const folder = inRoot('build/tidy');
  mkdirSync(folder, { recursive: true });
  const failed = [];
  const worker = async () => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      const files = readFileSync(inRoot(batch), 'utf8')
        .match(/(?<=#include ").*(?=")/g)
        .map((file) => path.relative(root, file));
      const done = path.join(
        folder,
        fingerprint([...files, ...headers, '.clang-tidy', 'CMakeLists.txt']),
      );
      if (existsSync(done)) continue;
      const options = [
        '-p',
        inRoot('build/native-debug'),
        '--quiet',
        '--checks=-bugprone-suspicious-include',
        '--extra-arg=-Wno-unknown-warning-option',
      ];
      try {
        await run(command, [...options, inRoot(batch)], { stdio: ['ignore', 'inherit', 'ignore'] });
        writeFileSync(done, '');
      } catch {
        failed.push(...files);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (failed.length > 0) throw new Problem(`clang-tidy has findings in ${failed.join(', ')}`);
}

/** What the tests ask of a build beside what a user gets. */
const strict = { BUILD_TESTING: 'ON', ORCHESTRATOR_WERROR: 'ON' };

/** The module and the page; does nothing when nothing changed. */
async function buildPages() {
  await buildWasm(strict);
  await buildModule();
  await buildPage();
}

/** Builds a preset, runs its GoogleTest programs and counts their tests. */
async function googleTests(preset) {
  const results = inRoot('build', preset, 'results');
  rmSync(results, { recursive: true, force: true });
  await cmake(preset, [], strict);
  let problem;
  try {
    await run('ctest', [
      '--test-dir',
      inRoot('build', preset),
      '--output-on-failure',
      '--parallel',
      // More than processors: tests of the command wait, too.
      `${2 * availableParallelism()}`,
      '--no-tests=error',
    ]);
  } catch (error) {
    problem = error;
  }
  const count = { passed: 0, failed: 0 };
  for (const name of existsSync(results) ? readdirSync(results) : []) {
    const { tests, failures, disabled } = readJson(path.join(results, name));
    count.failed += failures;
    count.passed += tests - failures - disabled;
  }
  // A program that crashed leaves no report.
  if (problem && count.failed === 0) count.failed = 1;
  return count;
}

/** Runs the Vitest files under a folder and counts their tests. */
async function vitest(folder) {
  const report = inRoot('build/results', `${folder.replaceAll('/', '-')}.json`);
  rmSync(report, { force: true });
  let problem;
  try {
    await tool('vitest', [
      'run',
      '--dir',
      folder,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
  } catch (error) {
    problem = error;
  }
  if (!existsSync(report)) throw problem ?? new Problem(`Vitest left no report of ${folder}`);
  const { numPassedTests: passed, numFailedTests } = readJson(report);
  return { passed, failed: problem && numFailedTests === 0 ? 1 : numFailedTests };
}

/** Installs the library to a folder and builds and runs a small project that uses it from there. */
async function checkConsumer() {
  await cmake('native-release', ['orchestrator_core', 'orchestrator'], strict);
  const prefix = inRoot('build/installed');
  const folder = inRoot('build/consumer');
  for (const old of [prefix, folder]) rmSync(old, { recursive: true, force: true });
  await run('cmake', ['--install', inRoot('build/native-release'), '--prefix', prefix], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await run('cmake', [
    '-S',
    inRoot('tests/consumer'),
    '-B',
    folder,
    '-G',
    'Ninja',
    `-DCMAKE_PREFIX_PATH=${prefix}`,
    '--log-level=NOTICE',
  ]);
  await run('ninja', ['-C', folder]);
  await run(path.join(folder, 'consumer'));
}

/**
 * What a browser asks for on a first visit without anybody touching the page: before the first screen can be used, and by
 * itself after that.
 */
async function firstVisit(folder) {
  // Not above: what it needs is only there once everything is installed.
  const { openBrowser } = await import('./web/browser.mjs');
  const { url, browser, stop } = await openBrowser(inRoot(folder));
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('slider', { name: 'Event' }).waitFor();
    await page.waitForLoadState('networkidle');
    const requests = await page.evaluate(() => {
      const [usable] = performance.getEntriesByName('first screen');
      return performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => ({ name, first: startTime <= usable.startTime }));
    });
    const named = (wanted) =>
      requests.filter(({ first }) => first === wanted).map(({ name }) => name.slice(url.length));
    return { first: new Set(['index.html', ...named(true)]), after: new Set(named(false)) };
  } finally {
    await stop();
  }
}

const compressed = (file) => gzipSync(readFileSync(inRoot(file)), { level: 9 }).length;

/** Throws where what is delivered has more bytes, compressed, than it may have. */
function checkBudget(what, sum, limit) {
  if (sum === 0) throw new Problem(`${what} has no bytes at all`);
  if (sum > limit) throw new Problem(`${what} has ${sum} bytes, more than ${limit}`);
  console.log(`${what} has ${sum} of at most ${limit} bytes`);
}

/** What a first visit loads, and what is delivered as a single file, compressed as a server would. */
async function checkBudgets() {
  const folder = 'dist/page';
  const { first, after } = await firstVisit(folder);
  const weigh = (heading, wanted) => {
    console.log(heading);
    let sum = 0;
    for (const file of filesUnder(folder)) {
      if (!wanted(path.posix.relative(folder, file))) continue;
      const size = compressed(file);
      sum += size;
      console.log(`${String(size).padStart(8)}  ${file}`);
    }
    console.log(`${String(sum).padStart(8)}  bytes`);
    return sum;
  };
  const sum = weigh('Before the first screen can be used:', (name) => first.has(name));
  weigh('By itself after that:', (name) => after.has(name));
  weigh('When it is needed:', (name) => !first.has(name) && !after.has(name));
  checkBudget('The first load', sum, 100 * 1024);
  checkBudget('dist/course.html', compressed('dist/course.html'), 170 * 1024);
  const element = 'dist/element/kahn-trace.js';
  checkBudget(element, compressed(element), 150 * 1024);
}

/** What Lighthouse says of the page, but for its speed: `npm run lighthouse` counts that too. */
async function checkLighthouse() {
  const lighthouse = await import('./web/lighthouse.mjs');
  await lighthouse.checkLighthouse({ speedCounts: false });
}

/** In this order, what is quick to tell a slip first; a stage returns counts, or nothing and then counts as one. */
const stages = {
  install: () => install('test'),
  format: checkFormat,
  lint: () => tool('biome', ['ci', '--error-on-warnings']),
  types: () => tool('tsc', ['--noEmit']),
  build: buildPages,
  tidy: checkTidy,
  'native-debug': () => googleTests('native-debug'),
  'native-release': () => googleTests('native-release'),
  wasm: () => googleTests('wasm-release'),
  module: () => buildPages().then(() => vitest('tests/wasm')),
  web: () => buildPages().then(() => vitest('tests/web')),
  consumer: checkConsumer,
  budgets: () => buildPages().then(checkBudgets),
  lighthouse: () => buildPages().then(checkLighthouse),
  fuzz: () => fuzz(8),
};

async function runStage(name) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let result;
  try {
    result = (await stages[name]()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    console.log(error instanceof Problem ? error.message : error.stack);
    result = { passed: 0, failed: 1 };
  }
  return { name, ...result, seconds: (performance.now() - start) / 1000 };
}

function chosenStages() {
  const all = Object.keys(stages);
  try {
    const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
    if (only === undefined) return all;
    if (only in stages) return [only];
  } catch {
    // Falls through to the usage.
  }
  throw new Problem(`Use: npm test [-- --only STAGE], where STAGE is one of ${all.join(', ')}`);
}

await main(import.meta.url, async () => {
  const results = [];
  for (const name of chosenStages()) results.push(await runStage(name));

  console.log('\nWhat ran:');
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok' : 'FAILED';
    console.log(
      `  ${name.padEnd(15)}${seconds.toFixed(1).padStart(7)} s  ${verdict.padEnd(7)}${passed} passed, ${failed} failed`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${results.length} stages in ${sum('seconds').toFixed(0)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
});
