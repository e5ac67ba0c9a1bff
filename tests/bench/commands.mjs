// npm run bench:commands [-- --quick]: what starting a command costs the native command, beside GNU make on the same graph
// in one run. --quick runs a tenth of the commands, once. A target that is missed makes the exit status 1.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { cmake } from '../../wasm/setup/build.mjs';
import { install } from '../../wasm/setup/install.mjs';
import { inRoot, main, output, Problem } from '../../wasm/setup/shell.mjs';
import { makePairs, nameSteps } from './graphs.mjs';

const workers = 8;
const ticksPerSecond = Number(output('getconf', ['CLK_TCK']) ?? 100);

function makefileOf({ steps }, command) {
  const names = steps.map(({ name }) => name).join(' ');
  const rules = steps.map(
    ({ name, depends_on }) => `${name}: ${depends_on.join(' ')}\n\t@${command}\n`,
  );
  return `.PHONY: all ${names}\nall: ${names}\n${rules.join('')}`;
}

/** Who runs the commands, and how it is called. `make` starts a program itself when a line needs no shell. */
function contestantsOf(definition, folder) {
  const write = (name, text) => {
    writeFileSync(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  };
  const make = (name, command, ...options) => {
    const file = write(`${name}.mk`, makefileOf(definition, command));
    return ['make', '--no-builtin-rules', `--jobs=${workers}`, ...options, '-f', file];
  };
  const pipeline = { steps: definition.steps.map((step) => ({ ...step, run: 'true' })) };
  const file = write('pipeline.json', JSON.stringify(pipeline));
  const orchestrator = inRoot('build/native-release/orchestrator');
  return {
    ours: [orchestrator, 'run', file, '--workers', `${workers}`],
    'make without a shell': make('program', 'true'),
    'make with a shell': make('shell', 'true;'),
    'make that collects output': make('collected', 'true;', '--output-sync=target'),
  };
}

/** Processor time of a process itself in seconds, its commands not included; undefined where no /proc tells that. */
function ownTimeOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

/** Seconds by the clock, and of its own processor time. */
async function timeOf([program, ...args]) {
  const start = performance.now();
  const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, MAKEFLAGS: '' } });
  let own = 0;
  const timer = setInterval(() => {
    own = ownTimeOf(child.pid) ?? own;
  }, 10);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? code));
  }).finally(() => clearInterval(timer));
  if (status !== 0) throw new Problem(`${program} ended with ${status}`);
  return { clock: (performance.now() - start) / 1000, own };
}

async function bestOf(rounds, contestants) {
  const best = {};
  for (let round = 0; round < rounds; ++round) {
    // One after another in each round: what else the machine does then meets all of them.
    for (const [name, words] of Object.entries(contestants)) {
      const time = await timeOf(words);
      const before = best[name] ?? time;
      best[name] = {
        clock: Math.min(before.clock, time.clock),
        own: Math.min(before.own, time.own),
      };
    }
  }
  return best;
}

function print(best, steps, rounds) {
  console.log(
    `\n${steps.toLocaleString('en')} commands that do nothing, ${workers} at once, 4 dependencies each; best of ${rounds}.\n` +
      'Microseconds a step: by the clock, and of processor time without that of the commands.',
  );
  const micros = (seconds) => ((seconds * 1e6) / steps).toFixed(0).padStart(10);
  for (const [name, { clock, own }] of Object.entries(best)) {
    console.log(`${name.padEnd(28)}${micros(clock)}${micros(own)}`);
  }
}

/** Says whether ours is no slower than the quickest of the others, and returns that. */
function judge({ ours, ...others }, what, key) {
  const quickest = Math.min(...Object.values(others).map((time) => time[key]));
  const met = ours[key] <= quickest;
  console.log(
    `  ${met ? 'met   ' : 'MISSED'}  a step takes no more ${what} than with make: ${(ours[key] / quickest).toFixed(2)}×`,
  );
  return met;
}

await main(import.meta.url, async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const [steps, rounds] = values.quick ? [1_000, 1] : [10_000, 5];
  await install('commands');
  await cmake('native-release', ['orchestrator']);
  const load = loadavg()[0];
  if (load > availableParallelism() / 2) {
    console.log(`This machine is busy (load ${load.toFixed(1)}): times will be too long.`);
  }
  const folder = inRoot('build/bench/commands');
  mkdirSync(folder, { recursive: true });
  const definition = nameSteps(steps, makePairs('local', steps));
  const best = await bestOf(rounds, contestantsOf(definition, folder));
  print(best, steps, rounds);
  console.log('\nTargets');
  const verdicts = [judge(best, 'time', 'clock'), judge(best, 'processor time', 'own')];
  if (verdicts.includes(false)) process.exitCode = 1;
});
