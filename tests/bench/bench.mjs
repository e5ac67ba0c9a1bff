// npm run bench [-- --quick]: the core beside other libraries and beside itself as wasm, in one run. --quick stops at
// a million steps. A target that is missed is said to be missed; only a crash makes the exit status differ from 0.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildModule, buildWasm, cmake } from '../../wasm/setup/build.mjs';
import { install } from '../../wasm/setup/install.mjs';
import { inRoot, main } from '../../wasm/setup/shell.mjs';
import { print } from './tables.mjs';

const kinds = ['shuffled', 'local', 'unsorted'];

/** What a program prints as JSON; Google Benchmark writes NaN into it. */
function reportOf(program, args) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(program, args, options).replace(/: -?NaN/g, ': null'));
}

/** Google Benchmark's report as a map from "ids/shuffled/10000/core" to the best repetition, `clock_time` the best too. */
function measureNative(quick) {
  const args = ['--benchmark_format=json', ...(quick ? ['--quick'] : [])];
  const native = new Map();
  for (const entry of reportOf(inRoot('build/bench/core_bench'), args).benchmarks) {
    if (entry.run_type !== 'iteration') continue;
    if (entry.error_occurred) throw new Error(`${entry.name}: ${entry.error_message}`);
    const name = entry.name.replace(/\/(iterations|repeats):.*/, '');
    const known = native.get(name) ?? entry;
    const clock_time = Math.min(known.clock_time ?? entry.real_time, entry.real_time);
    const best = entry.cpu_time < known.cpu_time ? entry : known;
    native.set(name, { ...best, clock_time });
  }
  return native;
}

function measureInNode(mostSteps) {
  const program = inRoot('tests/bench/module_bench.mjs');
  return reportOf(process.execPath, ['--max-old-space-size=8192', program, String(mostSteps)]);
}

/** A page of its own with the module and the measuring scripts beside it; a fresh one for every graph. */
async function measureInChromium(mostSteps) {
  const { openBrowser } = await import('../web/browser.mjs');
  const folder = inRoot('build/bench/page');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(inRoot('dist/module'), inRoot('build/bench/page/module'), { recursive: true });
  for (const name of ['graphs', 'module_bench']) {
    const script = readFileSync(inRoot(`tests/bench/${name}.mjs`), 'utf8');
    writeFileSync(`${folder}/${name}.js`, script.replaceAll('.mjs', '.js'));
  }
  writeFileSync(`${folder}/index.html`, '<!doctype html><title>Bench</title>');
  const { url, browser, stop } = await openBrowser(folder, { engineIsEnough: false });
  const report = [];
  try {
    for (let steps = 10_000; steps <= mostSteps; steps *= 10) {
      for (const kind of kinds) {
        const page = await browser.newPage();
        await page.goto(url);
        report.push(
          await page.evaluate(
            async ([what, count, base]) => {
              const { loadOrchestrator } = await import(`${base}module/index.js`);
              const { measure } = await import(`${base}module_bench.js`);
              return measure(await loadOrchestrator(), what, count, () => performance.now());
            },
            [kind, steps, url],
          ),
        );
        await page.close();
      }
    }
  } finally {
    await stop();
  }
  return report;
}

await main(import.meta.url, async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const mostSteps = values.quick ? 1_000_000 : 10_000_000;
  await install('bench');
  await cmake('bench', ['core_bench']);
  await buildWasm();
  await buildModule();
  console.log('Measuring natively …');
  const native = measureNative(values.quick);
  console.log('Measuring the module in Node …');
  const inNode = measureInNode(mostSteps);
  console.log('Measuring the module in Chromium …');
  const inChromium = await measureInChromium(mostSteps);
  print({ native, inNode, inChromium });
});
