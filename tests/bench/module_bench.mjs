/**
 * Measures the built module, in Node and in a page alike.
 * As a program of its own: node module_bench.mjs MOST_STEPS prints the report as JSON.
 */
import { checksum, makePairs, nameSteps } from './graphs.mjs';

/** The best of several tries in milliseconds; short tries count many calls. */
function best(clock, tries, call) {
  let calls = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; ++i) {
    const start = clock();
    for (let k = 0; k < calls; ++k) call();
    const spent = clock() - start;
    least = Math.min(least, spent / calls);
    if (i === 0) calls = Math.max(1, Math.min(100, Math.ceil(50 / Math.max(spent, 0.1))));
  }
  return least;
}

/** Sorts one graph from ids and, up to a million steps, from names: milliseconds and checksums. */
export function measure(orchestrator, kind, steps, clock) {
  const pairs = makePairs(kind, steps);
  const tries = steps > 1_000_000 ? 2 : 10;
  const result = {
    kind,
    steps,
    ids: best(clock, tries, () => orchestrator.sortIds(steps, pairs)),
    checksum: checksum(orchestrator.sortIds(steps, pairs).order),
  };
  if (kind !== 'shuffled' || steps > 1_000_000) return result;
  const definition = nameSteps(steps, pairs);
  const number = (name) => Number(name.slice('step-'.length));
  result.names = best(clock, 2, () => orchestrator.sort(definition));
  result.namesChecksum = checksum(orchestrator.sort(definition).order.map(number));
  return result;
}

if (globalThis.process?.argv[2]) {
  const { loadOrchestrator } = await import(
    new URL('../../dist/module/index.js', import.meta.url).href
  );
  // Time of the processor, as Google Benchmark counts it: other programs do not disturb it.
  const clock = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const report = [];
  for (let steps = 10_000; steps <= Number(process.argv[2]); steps *= 10) {
    for (const kind of ['shuffled', 'local', 'unsorted']) {
      report.push(measure(await loadOrchestrator(), kind, steps, clock));
    }
  }
  console.log(JSON.stringify(report));
}
