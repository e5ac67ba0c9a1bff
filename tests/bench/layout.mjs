// npm run bench:layout [-- --quick]: our layout engine, as the module, beside others on the same graphs in one run.
// --quick leaves out most graphs and edits and waits less for each drawing. A target that is missed makes the exit
// status 1.
import { fork } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildModule, buildWasm } from '../../wasm/setup/build.mjs';
import { install } from '../../wasm/setup/install.mjs';
import { inRoot, main } from '../../wasm/setup/shell.mjs';
import { engines } from './layout/engines.mjs';
import { kinds } from './layout/graphs.mjs';
import { printEdits, printGraph, printSummary } from './layout/report.mjs';
import { judge, printTargets } from './layout/targets.mjs';

/**
 * `seconds`: how long an engine may be silent, which is about how long a drawing or all edits may take; dagre, whose
 * crossings ours must not exceed, needs some minutes for 5,000 steps.
 */
const plans = {
  whole: { seconds: 60, dagreSeconds: 600, seeds: { 50: 3, 500: 3, 5000: 1 }, editsOfAKind: 7 },
  quick: { seconds: 10, seeds: { 50: 1, 500: 1, 5000: 1 }, editsOfAKind: 3 },
};
/** Only graphs of this many steps are edited. */
const edited = 50;

function graphsOf({ seeds }) {
  return Object.entries(seeds).flatMap(([count, most]) =>
    kinds.flatMap((kind) =>
      Array.from({ length: most }, (_, i) => ({ kind, count: Number(count), seed: i + 1 })),
    ),
  );
}

/** What one engine makes of one graph; `late` when it was ended, `failure` when it failed. */
function draw(engine, graph, { seconds: most, dagreSeconds = most, editsOfAKind }) {
  const seconds = engine === 'dagre' ? dagreSeconds : most;
  const job = { engine, graph, editsOfAKind: graph.count === edited ? editsOfAKind : 0 };
  const child = fork(inRoot('tests/bench/layout/drawing.mjs'), [JSON.stringify(job)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const result = { engine, ...graph };
    const end = () => {
      result.late = seconds;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(end, seconds * 1000);
    child.on('message', (part) => {
      Object.assign(result, part);
      clearTimeout(timer);
      timer = setTimeout(end, seconds * 1000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code !== 0 && !result.late) result.failure ??= `ended with ${code}`;
      resolve(result);
    });
  });
}

await main(import.meta.url, async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const plan = values.quick ? plans.quick : plans.whole;
  await install('start');
  await buildWasm();
  await buildModule();
  const load = loadavg()[0];
  if (load > availableParallelism() / 2) {
    console.log(`This machine is busy (load ${load.toFixed(1)}): times will be too long.`);
  }
  const results = [];
  for (const graph of graphsOf(plan)) {
    const drawn = [];
    for (const engine of Object.keys(engines)) drawn.push(await draw(engine, graph, plan));
    printGraph(graph, drawn);
    results.push(...drawn);
  }
  printEdits(results);
  printSummary(results);
  const verdicts = judge(results);
  printTargets(verdicts);
  if (verdicts.some(({ isMet }) => isMet === false)) process.exitCode = 1;
});
